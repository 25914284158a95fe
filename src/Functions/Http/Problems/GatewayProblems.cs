using System.Diagnostics;
using PaymentOperations.Operations;
using TwoC2P.Codes;

namespace PaymentGateway.Http.Problems;

/// <summary>What 2C2P's part in a failure is called.</summary>
internal static class GatewayProblems
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    /// <summary>2C2P knows no such payment.</summary>
    public static Problem PaymentNotFound(GatewayResult gateway) =>
        new(
            ErrorCodes.PaymentNotFound,
            "Check the invoice number, letter case included: 2C2P knows no payment of exactly this number."
        )
        {
            Gateway = gateway,
        };

    /// <summary>A verified refusal of a question. Nothing was changed.</summary>
    /// <param name="refusal">What 2C2P answered.</param>
    /// <param name="notFound">The error for what 2C2P does not know.</param>
    public static Problem OfRead(Refusal refusal, ErrorCode notFound) =>
        refusal.Kind == RefusalKind.Uncertain
            ? new(ErrorCodes.GatewayUnavailable, "2C2P could not answer this moment. Repeat the request shortly.")
            {
                Gateway = refusal.Gateway,
                RetryAfter = ComeBack,
            }
            : OfWrite(refusal, notFound);

    /// <summary>A verified refusal of a change.</summary>
    /// <param name="refusal">What 2C2P answered.</param>
    /// <param name="notFound">The error for what 2C2P does not know.</param>
    public static Problem OfWrite(Refusal refusal, ErrorCode notFound) =>
        refusal.Kind switch
        {
            RefusalKind.NotFound => new(
                notFound,
                "2C2P does not know it for this merchant. Check what the address or the request names."
            )
            {
                Gateway = refusal.Gateway,
            },
            RefusalKind.SettingsRefused => new(
                ErrorCodes.GatewaySettingsRefused,
                "2C2P does not accept how this gateway speaks for the merchant. No change of the request helps: tell the gateway's operator."
            )
            {
                Gateway = refusal.Gateway,
            },
            RefusalKind.Uncertain => OutcomeUnknown(refusal.Gateway),
            RefusalKind.Refused => new(ErrorCodes.GatewayRefused, "2C2P refused; gateway.respCode and gateway.respDesc say why.")
            {
                Gateway = refusal.Gateway,
            },
            _ => throw new UnreachableException("Every kind of refusal has its problem."),
        };

    /// <summary>2C2P refused a question about a payment in another way than not knowing it.</summary>
    public static Problem Refused(GatewayResult gateway) =>
        OfRead(
            Refusal.Of(new ResultCode(gateway.RespCode ?? ""), gateway.RespDesc) with
            {
                Gateway = gateway,
            },
            ErrorCodes.PaymentNotFound
        );

    /// <summary>A change that was sent and may have been made.</summary>
    public static Problem OutcomeUnknown(GatewayResult? gateway = null) =>
        new(
            ErrorCodes.GatewayOutcomeUnknown,
            "The change was sent to 2C2P, and whether it was made is not known. Read it before you do anything else."
        )
        {
            Gateway = gateway,
        };

    /// <summary>A change whose answer proves nothing.</summary>
    public static Problem OutcomeUnverified() =>
        new(
            ErrorCodes.GatewayOutcomeUnverified,
            "The change was sent to 2C2P, and the answer could not be read or its signature is wrong, so it was not believed. Read it before you do anything else."
        );

    /// <summary>A question that 2C2P's server refused by HTTP status alone: it does not take the merchant's signature (401), or cannot open what was sealed for it (400).</summary>
    public static Problem NotTaken(int httpStatus) =>
        new(
            ErrorCodes.GatewaySettingsRefused,
            httpStatus == 401
                ? "2C2P does not take the merchant's signature (HTTP 401). The gateway's operator checks in 2C2P's portal that the merchant's public key is uploaded and set as default."
                : "2C2P cannot open what was sent (HTTP 400). The gateway's operator checks that the stored 2C2P key is the one that 2C2P's portal shows for this environment, and the address."
        );

    /// <summary>An answer that proves nothing.</summary>
    public static Problem Unverifiable() =>
        new(
            ErrorCodes.GatewayUnverifiable,
            "2C2P's answer could not be read or its signature is wrong, so it was not believed. Repeat the request."
        );

    /// <summary>A question that never left.</summary>
    public static Problem Unreachable() =>
        new(ErrorCodes.GatewayUnreachable, "2C2P could not be reached and nothing was sent. Repeat the request in a moment.")
        {
            RetryAfter = ComeBack,
        };

    /// <summary>No answer to a read.</summary>
    public static Problem NoAnswer() =>
        new(ErrorCodes.GatewayTimeout, "2C2P did not answer in time. A read changes nothing: repeat the request.");
}
