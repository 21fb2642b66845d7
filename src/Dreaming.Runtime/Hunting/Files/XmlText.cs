using System.Globalization;
using System.Text;
using System.Xml;

namespace Dreaming.Hunting.Files;

/// <summary>Text of unknown origin as XML 1.0 can hold it.</summary>
internal static class XmlText
{
    /// <summary>The most characters of one text: what an agent floods a conversation with does not become a file that no tool opens.</summary>
    private const int Longest = 100_000;

    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };

    /// <summary>The text; each character that XML 1.0 has no way to write, and each half of a broken pair, as its number in the form <c>\u001B</c>.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && clean.Length < Longest; i++)
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
        return clean.Length < Longest ? clean.ToString() : clean.Append(" ...").ToString();
    }

    public static byte[] Document(Action<XmlWriter> root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            root(writer);
            writer.WriteEndDocument();
        }

        return stream.ToArray();
    }

    public static void WriteClean(this XmlWriter writer, string attribute, string value) => writer.WriteAttributeString(attribute, Of(value));
}
