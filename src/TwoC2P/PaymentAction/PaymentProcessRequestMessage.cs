using System.Globalization;
using TwoC2P.Merchants;
using TwoC2P.Messages;

namespace TwoC2P.PaymentAction;

/// <summary>Turns a request into 2C2P's fields.</summary>
internal static class PaymentProcessRequestMessage
{
    private const string TimeStampDdMMyyHHmmss = "ddMMyyHHmmss";

    /// <summary>The fields that the request itself carries.</summary>
    public static WireMessage From(PaymentProcessRequest request)
    {
        var message = new WireMessage
        {
            ["processType"] = request.ProcessType.ToWire(),
            ["invoiceNo"] = request.InvoiceNo ?? "",
            ["actionAmount"] = request.ActionAmount?.ToWire() ?? "",
            ["bankCode"] = request.BankAccount?.BankCode ?? "",
            ["accountName"] = request.BankAccount?.AccountName ?? "",
            ["accountNumber"] = request.BankAccount?.AccountNumber ?? "",
            ["notifyURL"] = request.NotifyUrl ?? "",
        };
        message.SetItems(PaymentProcessLayouts.SubMerchantList, [.. request.SubMerchants.Select(ToItem)]);
        foreach (var (field, text) in PaymentProcessLayouts.UserDefined.Zip(request.UserDefined))
            message[field.Name] = text ?? "";

        return message;
    }

    /// <summary>All fields but the hash.</summary>
    public static WireMessage From(GatewayMerchant merchant, PaymentProcessRequest request, DateTimeOffset now)
    {
        var message = From(request);
        message["version"] = merchant.Version;
        message["merchantID"] = merchant.MerchantId.Text;
        message["timeStamp"] = TimeZoneInfo
            .ConvertTime(now, merchant.TimeZone)
            .ToString(TimeStampDdMMyyHHmmss, CultureInfo.InvariantCulture);
        if (merchant.SendsIdempotencyId && request.ProcessType.MovesMoney())
            message["idempotencyID"] = request.IdempotencyId ?? "";

        return message;
    }

    private static WireItem ToItem(SubMerchantAmount share) =>
        new() { ["subMID"] = share.SubMid ?? "", ["subAmount"] = share.SubAmount.ToWire() };
}
