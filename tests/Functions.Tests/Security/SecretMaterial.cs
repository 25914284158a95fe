using System.Text.RegularExpressions;

namespace Functions.Tests.Security;

/// <summary>Which members hold what must not be printed, by the names that such things have here and elsewhere.</summary>
internal static partial class SecretMaterial
{
    // What fits a name below and is none, with the reason.
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal)
    {
        ["Currency.Number"] = "ISO 4217's number",
        ["CopyChunk.Sha256"] = "of a file that is sealed",
        ["ImportMark.Sha256"] = "of a file that is sealed",
    };

    /// <summary>Whether a value of this name is a secret or personal: key, card number, account, holder.</summary>
    public static bool Is(Type owner, string member) =>
        !Harmless.ContainsKey($"{owner.Name}.{member}") && (IsSecretType(owner) ? !IsLabel(member) : Sensitive().IsMatch(member));

    /// <summary>Whether a type is such a value itself, whatever its members are called.</summary>
    public static bool IsSecretType(Type type) => SecretTypes().IsMatch(type.Name);

    // A version or an id of a secret is not secret.
    private static bool IsLabel(string member) => Label().IsMatch(member);

    [GeneratedRegex(
        @"^(pan|cardNumber|number|cvv|securityCode|accountNumber|accountName|cardholder\w*|email\w*|secret|secretKey|privateKey|password|apiKey|presented|plaintext|clear|sha256|xml)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Sensitive();

    [GeneratedRegex(
        @"^(CardNumber|BankAccount|SecretKey|JoseKey|LedgerDataKey|VaultSecret|WebhookSecret|\w+Secret|\w+(Private|Secret|Data)Key)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SecretTypes();

    [GeneratedRegex(
        @"^_?(version|id|name|keyVersion)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Label();
}
