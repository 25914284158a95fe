using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using PaymentOperations.Merchants;

namespace PaymentGateway.Http.Security;

/// <summary>Who is calling, proven by an API key.</summary>
/// <param name="Merchant">The merchant of the address, whose key it is.</param>
/// <param name="ApiKeyId">Name of the key, for the audit trail.</param>
/// <param name="IsPublishable">Whether a page may carry the key, so that anybody can have it.</param>
internal sealed record Caller(Merchant Merchant, string ApiKeyId, bool IsPublishable)
{
    /// <summary>The caller of this request. Only functions that ask for a key have one.</summary>
    public static Caller Of(HttpContext http) =>
        http.Features.Get<Caller>() ?? throw new UnreachableException("The API key middleware lets nobody in without a key.");
}
