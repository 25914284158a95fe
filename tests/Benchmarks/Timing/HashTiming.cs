using System.Security.Cryptography;
using TwoC2P.Keys;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace Benchmarks.Timing;

/// <summary>Verifies a callback whose hash is wrong in its first byte, or in its last.</summary>
internal static class HashTiming
{
    // Strings cannot be written over: many of each class, made in turns, so that where they lie in memory tells nothing.
    private const int Copies = 256;

    public static TwoClasses FirstOrLastByte()
    {
        SecretKey[] keys = [new("1", "nobody's key")];
        var message = new WireMessage
        {
            ["version"] = "3.4",
            ["respCode"] = "00",
            ["processType"] = "R",
            ["invoiceNo"] = "INV-2027-0001",
            ["amount"] = "100.00",
            ["status"] = "RF",
            ["referenceNo"] = "4711",
        };
        var right = MessageSigner.Sign(message, PaymentProcessFormulas.Response, keys[0]);
        var pairs = Enumerable
            .Range(0, Copies)
            .Select(_ => (First: Wrong(right, 1), Last: Wrong(right, right.Length - 1)))
            .ToList();
        var given = right;
        return new(
            "callback's hash, first or last byte",
            isSecond =>
            {
                var (first, last) = pairs[RandomNumberGenerator.GetInt32(Copies)];
                given = isSecond ? last : first;
            },
            () =>
            {
                if (MessageSigner.Verify(message, given, PaymentProcessFormulas.Response, keys) is not null)
                    throw new InvalidOperationException("A wrong hash was believed.");
            }
        );
    }

    // Another digit at the place.
    private static string Wrong(string right, int place) =>
        string.Create(
            right.Length,
            (right, place),
            static (text, state) =>
            {
                state.right.CopyTo(text);
                text[state.place] = text[state.place] == '0' ? '1' : '0';
            }
        );
}
