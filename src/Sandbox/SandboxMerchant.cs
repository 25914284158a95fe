using System.Text;

namespace Sandbox;

/// <summary>A merchant that the sandbox is set up for. Its keys are published for testing: they protect nothing.</summary>
/// <param name="Id">2C2P's merchant id.</param>
/// <param name="SecretKey">The key of its hashes, as 2C2P's public sandbox uses it.</param>
/// <param name="Envelope">How its messages travel: Base64, Pkcs7 or Jose.</param>
/// <param name="EndpointPath">The address of 2C2P's gateway that takes this envelope, below <c>/2C2PFrontend</c>.</param>
/// <param name="Currency">The currency that 2C2P's sandbox gives this merchant id, ISO 4217 letters.</param>
public sealed record SandboxMerchant(string Id, string SecretKey, string Envelope, string EndpointPath, string Currency)
{
    /// <summary>The merchants: JT01 with Base64, JT04 with PKCS#7, JT06 with the signed tokens of the new generation.</summary>
    public static IReadOnlyList<SandboxMerchant> All { get; } =
    [
        new("JT01", "7jYcp4FxFdf0", "Base64", "PaymentActionV2/PaymentProcess.aspx", "SGD"),
        new("JT04", "QnmrnH6QE23N", "Pkcs7", "PaymentActionV2/PaymentAction.aspx", "THB"),
        new("JT06", "gVULqA2gT6Gi", "Jose", "PaymentAction/2.0/action", "HKD"),
    ];

    /// <summary>Whether it speaks the new generation.</summary>
    public bool SpeaksInTokens => Envelope == "Jose";

    /// <summary>Its API key, with all scopes: <c>sandbox-</c> and the id.</summary>
    public string ApiKey => $"sandbox-{Id}";

    /// <summary>Its other API key, with <see cref="ReadScopes"/> only.</summary>
    public string ReadApiKey => $"{ApiKey}-read";

    /// <summary>What <see cref="ReadApiKey"/> may do: look at payments and operations.</summary>
    public static IReadOnlyList<string> ReadScopes { get; } = ["payments:read", "operations:read"];

    /// <summary>What its webhooks are signed with. The same in every sandbox, so that a receiver can be tried out.</summary>
    public string WebhookSecret => $"whsec_{Convert.ToBase64String(Encoding.ASCII.GetBytes($"webhooks of the sandbox's {Id}"))}";
}
