namespace Dreaming.Benchmarks.Documents;

/// <summary>Damages documents: bytes, brackets, escapes, numbers, whole pieces.</summary>
/// <param name="random">Decides every choice.</param>
public sealed class DocumentMutator(Random random)
{
    private static readonly byte[][] Pieces =
    [
        .. new[] { "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\udc00", "\\ud83d\\ude00", "null", "true", "-", "0", "1e999", "-0", "1.5", "99999999999999999999", "\"\"", "{}", "[]", "\0", "\n", " ", "é", "😀", "[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":{\"a\":" }
            .Select(System.Text.Encoding.UTF8.GetBytes),
        [0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xef, 0xbb, 0xbf],
    ];

    /// <summary>The document after one to four changes.</summary>
    public byte[] Mutate(byte[] document)
    {
        var bytes = document.ToList();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
            Change(bytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 12), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 when random.Next(8) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
