using System.Xml;
using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.InstallmentOptions;

/// <summary>An IppOptionResponse before it is signed. The hash covers version and respCode only; that is inferred.</summary>
internal sealed record IppOptionResponse(string Version, string TimeStamp, string RespCode, string RespReason, HashKind Hash)
    : IGatewayAnswer
{
    public IReadOnlyList<Bank> Banks { get; init; } = [];

    /// <summary>Set by a fault; otherwise computed.</summary>
    public string? HashValue { get; init; }

    /// <inheritdoc />
    public bool WorkDone { get; init; }

    /// <inheritdoc />
    public string? SecretKey { get; init; }

    /// <inheritdoc />
    public string Render(string? secretKey) =>
        AnswerXml.Write(
            "IppOptionResponse",
            xml =>
            {
                AnswerXml.Elements(
                    xml,
                    ("version", Version),
                    ("timeStamp", TimeStamp),
                    ("respCode", RespCode),
                    ("respReason", RespReason)
                );
                xml.WriteStartElement("ippBanks");
                foreach (var bank in Banks)
                    Write(xml, bank);
                xml.WriteFullEndElement();
                AnswerXml.Elements(xml, ("hashValue", HashValue ?? Sign(secretKey)));
            }
        );

    /// <inheritdoc />
    public IGatewayAnswer With(IReadOnlyDictionary<string, string> fields) =>
        fields.Aggregate(this, (answer, field) => IppOptionFields.Set(answer, field.Key, field.Value));

    // Upper case as in the published sample.
    private string Sign(string? secretKey) =>
        secretKey is null ? "" : GatewayHash.Compute(Hash, secretKey, [Version, RespCode]).ToUpperInvariant();

    private static void Write(XmlWriter xml, Bank bank)
    {
        xml.WriteStartElement("ippBank");
        AnswerXml.Elements(xml, ("bankName", bank.BankName), ("bankShortName", bank.BankShortName));
        Optional(xml, "bankLogoUrl", bank.BankLogoUrl);
        Optional(xml, "bankPromoUrl", bank.BankPromoUrl);
        Optional(xml, "bankTerms", bank.BankTerms);
        xml.WriteStartElement("bins");
        foreach (var bin in bank.Bins ?? [])
            AnswerXml.Elements(xml, ("bin", bin));
        xml.WriteFullEndElement();
        xml.WriteStartElement("installmentOptions");
        foreach (var option in bank.InstallmentOptions ?? [])
            Write(xml, option);
        xml.WriteFullEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, InstallmentOption option) =>
        AnswerXml.Item(
            xml,
            "option",
            ("id", option.Id),
            ("installmentPeriod", option.InstallmentPeriod),
            ("merInterestRate", option.MerInterestRate),
            ("cusInterestRate", option.CusInterestRate),
            ("minAmount", option.MinAmount),
            ("currencyCode", option.CurrencyCode),
            ("validFrom", option.ValidFrom),
            ("validUntil", option.ValidUntil)
        );

    private static void Optional(XmlWriter xml, string name, string? value)
    {
        if (value is not null)
            AnswerXml.Elements(xml, (name, value));
    }
}
