namespace TwoC2P.PaymentAction;

/// <summary>The rules that depend on the process type or on more than one field.</summary>
internal static class PaymentProcessRules
{
    public static IEnumerable<FieldError> Check(PaymentProcessRequest request) =>
        [
            .. CheckInvoiceNo(request.InvoiceNo),
            .. CheckAmount(request),
            .. CheckSubMerchants(request),
            .. CheckBankAccount(request),
            .. CheckNotifyUrl(request),
            .. CheckUserDefined(request),
        ];

    private static IEnumerable<FieldError> CheckInvoiceNo(string? invoiceNo)
    {
        // Length and characters are the table's to check.
        if (string.IsNullOrWhiteSpace(invoiceNo))
            yield return new FieldError("invoiceNo", "Give the invoice number of the payment.");
    }

    private static IEnumerable<FieldError> CheckAmount(PaymentProcessRequest request)
    {
        var type = request.ProcessType;
        if (request.ActionAmount is not { } amount)
        {
            if (TakesAmount(type))
                yield return new FieldError("actionAmount", $"Give the amount: process type {type.ToWire()} needs one.");
        }
        else if (!TakesAmount(type))
        {
            yield return new FieldError("actionAmount", $"Leave out the amount: process type {type.ToWire()} takes none.");
        }
        else if (amount <= Money.Zero)
        {
            yield return new FieldError("actionAmount", "Give an amount greater than zero.");
        }
    }

    private static IEnumerable<FieldError> CheckSubMerchants(PaymentProcessRequest request)
    {
        var shares = request.SubMerchants;
        if (shares.Count == 0)
            yield break;

        if (!TakesAmount(request.ProcessType))
            yield return new FieldError("subMerchantList", "Leave out sub-merchants: only settlements and refunds have them.");

        if (shares.Any(share => string.IsNullOrWhiteSpace(share.SubMid)))
            yield return new FieldError("subMerchant subMID", "Give every sub-merchant's id.");

        if (shares.Any(share => share.SubAmount <= Money.Zero))
            yield return new FieldError("subMerchant subAmount", "Give every sub-merchant an amount greater than zero.");

        // Summed as decimals, which cannot overflow here.
        if (request.ActionAmount is { } amount && shares.Sum(share => share.SubAmount.Amount) != amount.Amount)
            yield return new FieldError("subMerchant subAmount", "Make the sub-merchants' amounts add up to actionAmount.");
    }

    private static IEnumerable<FieldError> CheckBankAccount(PaymentProcessRequest request)
    {
        if (request.BankAccount is null || request.ProcessType is ProcessType.Refund)
            yield break;

        foreach (var field in (string[])["bankCode", "accountName", "accountNumber"])
            yield return new FieldError(field, "Leave out the bank account: only refunds have one.");
    }

    private static IEnumerable<FieldError> CheckNotifyUrl(PaymentProcessRequest request)
    {
        if (string.IsNullOrEmpty(request.NotifyUrl))
            yield break;

        if (request.ProcessType is not ProcessType.Refund)
            yield return new FieldError("notifyURL", "Leave out the notify address: only refunds are notified.");

        if (!Uri.TryCreate(request.NotifyUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            yield return new FieldError("notifyURL", "Give an absolute address that begins with https:// or http://.");
    }

    private static IEnumerable<FieldError> CheckUserDefined(PaymentProcessRequest request)
    {
        var places = PaymentProcessLayouts.UserDefined.Count;
        if (request.UserDefined.Count > places)
            yield return new FieldError("userDefined", $"Give at most {places} texts; these are {request.UserDefined.Count}.");
    }

    private static bool TakesAmount(ProcessType type) => type is ProcessType.Settlement or ProcessType.Refund;
}
