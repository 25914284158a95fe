using System.Diagnostics;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentGateway.Http.Operations;

/// <summary>Where operations are found: relative references (RFC 3986, section 4.2), so that no host name of a request is ever trusted.</summary>
internal static class OperationAddress
{
    /// <summary>The address of one operation.</summary>
    public static string Of(MerchantId merchantId, OperationKind kind, OperationId id) =>
        $"/api/{Collection(merchantId, kind)}/{id}";

    /// <summary>The route of a merchant's operations of one kind, without the prefix.</summary>
    public static string Collection(MerchantId merchantId, OperationKind kind) => $"merchants/{merchantId}/{Segment(kind)}";

    private static string Segment(OperationKind kind) =>
        kind switch
        {
            OperationKind.Refund => "refunds",
            OperationKind.Settlement => "settlements",
            OperationKind.Void => "voids",
            _ => throw new UnreachableException("Every kind has its address."),
        };
}
