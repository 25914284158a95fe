using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>2C2P's last verified word on an operation.</summary>
internal sealed record GatewayBody(
    string? RespCode,
    string? RespDesc,
    string? Status,
    string? ReferenceNo,
    string? RefundReferenceNo,
    string? ApprovalCode
)
{
    public static GatewayBody Of(GatewayResult gateway) =>
        new(
            gateway.RespCode,
            gateway.RespDesc,
            gateway.Status,
            gateway.ReferenceNo,
            gateway.RefundReferenceNo,
            gateway.ApprovalCode
        );
}
