using System.Text;
using System.Xml;

namespace ContactGroup.Release.Exports;

/// <summary>How exports write XML.</summary>
internal static class XmlText
{
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    /// <summary>The text without what XML cannot carry: one such character would end the whole file.</summary>
    public static string Of(string text)
    {
        if (IsFine(text))
        {
            return text;
        }

        var fine = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.IsBmp ? (char)rune.Value : '\0';
            fine.Append(!rune.IsBmp || XmlConvert.IsXmlChar(character) ? rune.ToString() : "\uFFFD");
        }

        return fine.ToString();
    }

    /// <summary>An element with text; none for no text.</summary>
    public static void Element(this XmlWriter xml, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            xml.WriteElementString(name, Of(text));
        }
    }

    private static bool IsFine(string text)
    {
        foreach (var character in text)
        {
            if (!XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))
            {
                return false;
            }
        }

        return true;
    }
}
