using System.Text;

namespace TwoC2P.Tests.WireCases;

/// <summary>Answers byte by byte, for what no string can hold.</summary>
internal static class AnswerBytes
{
    /// <summary>The text in UTF-8, with each character from U+E000 on as the single byte of its last two digits.</summary>
    public static byte[] Of(string text)
    {
        var bytes = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xE000 and <= 0xE0FF)
                bytes.Add((byte)rune.Value);
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        return [.. bytes];
    }

    public static string Base64(string text) => Convert.ToBase64String(Of(text));
}
