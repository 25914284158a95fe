using System.Text;
using System.Xml;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>Writes the response document: the published element order, no declaration, empty elements kept.</summary>
internal static class PaymentProcessXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static string Write(PaymentProcessResponse response, string hashValue)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("PaymentProcessResponse");
            Elements(
                xml,
                ("version", response.Version),
                ("timeStamp", response.TimeStamp),
                ("respCode", response.RespCode),
                ("respDesc", ResultCodes.Describe(response.RespCode)),
                ("processType", response.ProcessType),
                ("invoiceNo", response.InvoiceNo),
                ("amount", response.Amount),
                ("status", response.Status),
                ("approvalCode", response.ApprovalCode),
                ("referenceNo", response.ReferenceNo),
                ("transactionDateTime", response.TransactionDateTime),
                ("paidAgent", response.PaidAgent),
                ("paidChannel", response.PaidChannel),
                ("maskedPan", response.MaskedPan),
                ("eci", response.Eci)
            );
            Lists(xml, response);
            Elements(xml, ("paymentScheme", response.PaymentScheme), ("processBy", response.ProcessBy));
            if (response.RefundReferenceNo.Length > 0)
                Elements(xml, ("refundReferenceNo", response.RefundReferenceNo));
            Elements(xml, [.. response.UserDefined.Select((value, index) => ($"userDefined{index + 1}", value))]);
            Elements(xml, ("hashValue", hashValue));
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Lists(XmlWriter xml, PaymentProcessResponse response)
    {
        if (response.SubMerchants.Count > 0)
        {
            xml.WriteStartElement("subMerchantList");
            foreach (var sub in response.SubMerchants)
                Item(xml, "subMerchant", ("subMID", sub.SubMid), ("subAmount", sub.Amount));
            xml.WriteEndElement();
        }

        if (response.Refunds.Count == 0)
            return;
        xml.WriteStartElement("refundList");
        foreach (var refund in response.Refunds)
        {
            Item(
                xml,
                "refund",
                [
                    ("referenceNo", refund.ReferenceNo),
                    ("status", refund.Status),
                    ("amount", refund.Amount),
                    ("dateTime", refund.DateTime),
                    .. refund.UserDefined.Select((value, index) => ($"userDefined{index + 1}", value)),
                ]
            );
        }

        xml.WriteEndElement();
    }

    private static void Elements(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> elements)
    {
        foreach (var (name, value) in elements)
        {
            xml.WriteStartElement(name);
            xml.WriteString(value);
            xml.WriteFullEndElement();
        }
    }

    private static void Item(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
    }
}
