using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Problems;

namespace PaymentGateway.Http.Requests;

/// <summary>The header by which a repeated POST finds what the first one began.</summary>
internal static class IdempotencyKey
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 255;

    /// <summary>Reads the key, or says what to change.</summary>
    public static bool TryRead(
        HttpRequest request,
        [NotNullWhen(true)] out string? key,
        [NotNullWhen(false)] out Problem? refused
    )
    {
        var values = request.Headers[Header];
        key = values.Count == 1 ? values[0] : null;
        refused = values.Count switch
        {
            0 => Required(),
            1 when string.IsNullOrEmpty(key) => Required(),
            1 when IsWellFormed(key) => null,
            _ => new(
                ErrorCodes.IdempotencyKeyInvalid,
                $"Give {Header} once, with 1 to {MaxLength} printable ASCII characters and no comma."
            ),
        };
        return refused is null;
    }

    // The Functions host joins two headers to one with a comma: nobody can tell that from a key with a comma in it.
    private static bool IsWellFormed(string key) =>
        key.Length <= MaxLength && key.All(character => character is >= ' ' and <= '~' and not ',');

    private static Problem Required() =>
        new(
            ErrorCodes.IdempotencyKeyRequired,
            $"Give an {Header} of your own, new for each operation and the same for each repeat of it."
        );
}
