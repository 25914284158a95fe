using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>A PaymentProcessRequest with every value as it was sent.</summary>
internal sealed class PaymentProcessRequest(XmlMessage message)
{
    public string Version { get; } = message["version"];

    public string TimeStamp { get; } = message["timeStamp"];

    public string MerchantId { get; } = message["merchantID"];

    public string ProcessType { get; } = message["processType"];

    public string InvoiceNo { get; } = message["invoiceNo"];

    public string ActionAmount { get; } = message["actionAmount"];

    public string BankCode { get; } = message["bankCode"];

    public string AccountName { get; } = message["accountName"];

    public string AccountNumber { get; } = message["accountNumber"];

    public IReadOnlyList<SubAmount> SubMerchants { get; } =
    [.. message.Items("subMerchant").Select(item => new SubAmount(item("subMID"), item("subAmount")))];

    public string NotifyUrl { get; } = message["notifyURL"];

    /// <summary>userDefined1 to userDefined5.</summary>
    public IReadOnlyList<string> UserDefined { get; } = [.. Enumerable.Range(1, 5).Select(n => message[$"userDefined{n}"])];

    public string HashValue { get; } = message["hashValue"];

    /// <summary>Whether its envelope has proved who wrote it.</summary>
    public bool IsSigned { get; } = message.IsSigned;

    public string IdempotencyId { get; } = message["idempotencyID"];

    public bool CarriesUserDefined => UserDefined.Any(value => value.Length > 0);

    /// <summary>The hashed values in the order of the protocol; timeStamp is not one of them.</summary>
    public IEnumerable<string> HashedValues() =>
        [
            Version,
            MerchantId,
            ProcessType,
            InvoiceNo,
            ActionAmount,
            BankCode,
            AccountName,
            AccountNumber,
            .. SubMerchants.SelectMany(sub => new[] { sub.SubMid, sub.Amount }),
            NotifyUrl,
            .. UserDefined,
        ];
}
