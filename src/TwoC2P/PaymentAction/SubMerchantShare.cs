namespace TwoC2P.PaymentAction;

/// <summary>A sub-merchant's share as an answer states it, texts kept as sent.</summary>
/// <param name="SubMid">The sub-merchant's id (attribute <c>subMID</c>).</param>
/// <param name="SubAmountText">Its amount as sent (attribute <c>subAmount</c>).</param>
public sealed record SubMerchantShare(string? SubMid, string? SubAmountText)
{
    /// <summary>The amount, or null when the text is none.</summary>
    public Money? SubAmount => Money.TryParseWire(SubAmountText, out var money) ? money : null;
}
