using System.Buffers;
using System.Text;

namespace TwoC2P;

internal static class PlainText
{
    // XML 1.0 has no way to write most control characters and 2C2P's type C excludes them all; lone surrogates and non-characters cannot be encoded.
    public static bool IsPlainText(this string text)
    {
        for (var index = 0; index < text.Length; )
        {
            if (
                Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var used) != OperationStatus.Done
                || Rune.IsControl(rune)
                || rune.Value is 0xFFFE or 0xFFFF or 0x2028 or 0x2029
            )
                return false;

            index += used;
        }

        return true;
    }
}
