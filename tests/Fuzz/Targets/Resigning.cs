using System.Text;
using Fuzz.Parties;
using TwoC2P.Keys;
using TwoC2P.Messages;
using TwoC2P.Signing;

namespace Fuzz.Targets;

/// <summary>Gives a mutated message the hash that it ought to have: otherwise nothing behind the verification would ever be reached.</summary>
internal static class Resigning
{
    private static readonly SecretKey Key = new("1", SampleKeys.Secret);

    /// <summary>The message with a fitting hash; as it was when it cannot be read or has no place for one.</summary>
    public static byte[] Sign(byte[] content, AnswerApi api, bool isJson)
    {
        var message = isJson ? MessageJson.Read(content, api.Layout) : MessageXmlReader.Read(content, api.Layout);
        if (message is null)
            return content;

        var hash = Encoding.ASCII.GetBytes(MessageSigner.Sign(message, api.Formula, Key));
        var begin = isJson ? "\"hashValue\":\""u8 : "<hashValue>"u8;
        var end = isJson ? (byte)'"' : (byte)'<';
        var start = content.AsSpan().IndexOf(begin);
        if (start < 0 || content.AsSpan(start + begin.Length).IndexOf(end) is var length && length < 0)
            return content;

        start += begin.Length;
        return [.. content[..start], .. hash, .. content[(start + length)..]];
    }
}
