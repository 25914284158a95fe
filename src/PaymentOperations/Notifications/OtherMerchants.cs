using PaymentOperations.Merchants;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Notifications;

/// <summary>
/// Tells whether a callback that fits a refund is another merchant's. 2C2P's messages do not say whose they are: where merchants share keys, what one of them is sent verifies for the other, and their invoice
/// numbers and amounts may be the same.
/// </summary>
internal sealed class OtherMerchants(
    IMerchants merchants,
    IMerchantSecrets secrets,
    INotificationReader reader,
    InvoiceLedger ledger
)
{
    public async Task<bool> OwnAsync(
        OperationRow row,
        DecisiveAnswer answer,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        if (CallbackFit.Names(row, answer))
            return false;

        foreach (var other in merchants.All.Where(merchant => merchant.Id != row.MerchantId))
        {
            var theirs = await ledger.ReadAsync(other.Id, row.InvoiceNo, cancellationToken);
            if (!theirs.Operations.Any(operation => IsOf(operation, row, answer)))
                continue;
            if (
                reader.Read(body, await secrets.GetGatewayMerchantAsync(other, cancellationToken)) is NotificationOutcome.Verified
            )
                return true;
        }

        return false;
    }

    // The amount alone tells only where ours was never sent. Where both were, it may be ours, and what may be ours is evidence: it forbids to send again.
    private static bool IsOf(OperationRow other, OperationRow row, DecisiveAnswer answer) =>
        CallbackFit.Names(other, answer) || (!row.MaybeSent.Any() && other.MaybeSent.Any() && CallbackFit.Fits(other, answer));
}
