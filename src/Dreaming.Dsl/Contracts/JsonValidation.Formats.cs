using System.Buffers;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>A length of time, as <see cref="JsonDuration"/> describes it.</summary>
    public void Duration()
    {
        Span<char> text = stackalloc char[80];
        if (IsText() && !(Short(text, out var length) && JsonDuration.TryParse(text[..length], out _)))
            Fail("format", "a length of time as P1DT2H30M");
    }

    /// <summary>An absolute URI.</summary>
    public void Uri()
    {
        if (!IsText())
            return;
        var longest = _reader.ValueSpan.Length;
        char[]? rented = null;
        var buffer = longest <= StackLimit ? stackalloc char[StackLimit] : rented = ArrayPool<char>.Shared.Rent(longest);
        try
        {
            if (!JsonTextFormats.IsUri(buffer[.._reader.CopyString(buffer)]))
                Fail("format", "an absolute URI such as https://example.org/page");
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented, clearArray: _concealed > 0);
        }
    }
}
