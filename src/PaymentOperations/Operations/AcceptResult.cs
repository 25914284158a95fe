using TwoC2P;
using TwoC2P.Codes;

namespace PaymentOperations.Operations;

/// <summary>What became of a request for an operation.</summary>
public abstract record AcceptResult
{
    private AcceptResult() { }

    /// <summary>There is an operation and it will not be lost.</summary>
    /// <param name="Operation">The operation as it is now.</param>
    /// <param name="Replayed">Whether an earlier request with the same key made it.</param>
    public sealed record Accepted(Operation Operation, bool Replayed) : AcceptResult;

    /// <summary>It would be accepted now; nothing was done (rehearsals only).</summary>
    /// <param name="Command">What was asked for.</param>
    /// <param name="Most">The most that would be accepted, a daily cap included; null for a void, and where 2C2P did not say.</param>
    public sealed record Acceptable(AcceptCommand Command, Money? Most) : AcceptResult;

    /// <summary>The key belongs to another request (422 <c>idempotency_key_reused</c>).</summary>
    public sealed record KeyReused : AcceptResult;

    /// <summary>2C2P knows no such payment, or spells its number otherwise (404 <c>payment_not_found</c>).</summary>
    /// <param name="Gateway">2C2P's answer.</param>
    public sealed record PaymentNotFound(GatewayResult Gateway) : AcceptResult;

    /// <summary>The payment's state does not allow it (422 <c>payment_status_not_valid</c>).</summary>
    /// <param name="Gateway">2C2P's answer.</param>
    public sealed record StatusNotValid(GatewayResult Gateway) : AcceptResult;

    /// <summary>The amount or a share has decimals that the merchant's currency does not have (400 <c>invalid_request</c>).</summary>
    /// <param name="Command">What was asked for.</param>
    /// <param name="Currency">The merchant's currency.</param>
    public sealed record AmountNotOfCurrency(AcceptCommand Command, Currency Currency) : AcceptResult;

    /// <summary>More than is left to refund (422 <c>amount_exceeds_refundable</c>).</summary>
    /// <param name="Refundable">What could still be refunded.</param>
    public sealed record AmountExceeds(Money Refundable) : AcceptResult;

    /// <summary>More than is left of the merchant's daily cap on refunds (422 <c>daily_limit_reached</c>).</summary>
    /// <param name="Limit">What the refunds of a day may be worth.</param>
    /// <param name="Left">What is left of it.</param>
    /// <param name="Currency">The merchant's currency.</param>
    /// <param name="BeginsAnewAt">When the merchant's next day begins.</param>
    public sealed record DailyLimitReached(Money Limit, Money Left, Currency Currency, DateTimeOffset BeginsAnewAt)
        : AcceptResult;

    /// <summary>A settlement of more than was authorized (422 <c>amount_exceeds_authorized</c>).</summary>
    /// <param name="Authorized">What can be captured at most.</param>
    public sealed record SettlementExceeds(Money Authorized) : AcceptResult;

    /// <summary>Another operation of the invoice stands in the way (409 <c>operation_in_progress</c>).</summary>
    /// <param name="Id">It.</param>
    /// <param name="Kind">Its kind, for its address.</param>
    public sealed record InProgress(OperationId Id, OperationKind Kind) : AcceptResult;

    /// <summary>The same void is being executed this moment (409 <c>operation_executing</c> with Retry-After).</summary>
    /// <param name="Id">It.</param>
    public sealed record Executing(OperationId Id) : AcceptResult;

    /// <summary>2C2P refused the question in another way (422 <c>gateway_refused</c>); no operation exists.</summary>
    /// <param name="Gateway">2C2P's answer.</param>
    public sealed record GatewayRefused(GatewayResult Gateway) : AcceptResult;

    /// <summary>Storage or Key Vault could not be reached in time (503, repeat with the same key). The operation may or may not exist; the key tells.</summary>
    public sealed record Unavailable : AcceptResult;
}
