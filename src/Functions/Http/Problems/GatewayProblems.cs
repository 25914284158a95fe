using PaymentOperations.Operations;

namespace PaymentGateway.Http.Problems;

/// <summary>What 2C2P's part in a failure is called.</summary>
internal static class GatewayProblems
{
    /// <summary>2C2P knows no such payment.</summary>
    public static Problem PaymentNotFound(GatewayResult gateway) =>
        new(
            ErrorCodes.PaymentNotFound,
            "Check the invoice number, letter case included: 2C2P knows no payment of exactly this number."
        )
        {
            Gateway = gateway,
        };

    /// <summary>2C2P refused in another way.</summary>
    public static Problem Refused(GatewayResult gateway) =>
        new(ErrorCodes.GatewayRefused, "2C2P refused; gateway.respCode and gateway.respDesc say why.") { Gateway = gateway };

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
            RetryAfter = TimeSpan.FromSeconds(5),
        };

    /// <summary>No answer to a read.</summary>
    public static Problem NoAnswer() =>
        new(ErrorCodes.GatewayTimeout, "2C2P did not answer in time. A read changes nothing: repeat the request.");
}
