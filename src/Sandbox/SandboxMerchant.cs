namespace Sandbox;

/// <summary>A merchant that the sandbox is set up for. Its keys are published for testing: they protect nothing.</summary>
/// <param name="Id">2C2P's merchant id.</param>
/// <param name="SecretKey">The key of its hashes, as 2C2P's public sandbox uses it.</param>
/// <param name="Envelope">How its messages travel: Base64 or Pkcs7.</param>
/// <param name="EndpointPage">The page of 2C2P's gateway that takes this envelope.</param>
public sealed record SandboxMerchant(string Id, string SecretKey, string Envelope, string EndpointPage)
{
    /// <summary>Both merchants: JT01 with Base64, JT04 with PKCS#7.</summary>
    public static IReadOnlyList<SandboxMerchant> All { get; } =
    [new("JT01", "7jYcp4FxFdf0", "Base64", "PaymentProcess.aspx"), new("JT04", "QnmrnH6QE23N", "Pkcs7", "PaymentAction.aspx")];

    /// <summary>Its API key, with all scopes: <c>sandbox-</c> and the id.</summary>
    public string ApiKey => $"sandbox-{Id}";
}
