namespace Sandbox.Webhooks;

/// <summary>A webhook that the shop received.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="Id">The header <c>webhook-id</c>.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="IsVerified">Whether the library verified its signature and its time.</param>
public sealed record ToldEvent(string MerchantId, string Id, string Body, bool IsVerified);
