using System.Xml;
using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.PaymentAnswers;

/// <summary>Writes the response document: the published element order, no declaration, empty elements kept.</summary>
internal static class PaymentProcessXml
{
    public static string Write(PaymentProcessResponse response, string hashValue)
    {
        return AnswerXml.Write("PaymentProcessResponse", Content);

        void Content(XmlWriter xml)
        {
            Elements(
                xml,
                response,
                ("version", response.Version),
                ("timeStamp", response.TimeStamp),
                ("respCode", response.RespCode),
                ("respDesc", response.RespDesc ?? ResultCodes.Describe(response.RespCode)),
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
            Elements(xml, response, ("paymentScheme", response.PaymentScheme), ("processBy", response.ProcessBy));
            if (response.RefundReferenceNo.Length > 0)
                Elements(xml, response, ("refundReferenceNo", response.RefundReferenceNo));
            Elements(xml, response, [.. response.UserDefined.Select((value, index) => ($"userDefined{index + 1}", value))]);
            Elements(xml, response, ("hashValue", hashValue));
        }
    }

    private static void Elements(
        XmlWriter xml,
        PaymentProcessResponse response,
        params ReadOnlySpan<(string Name, string Value)> elements
    )
    {
        foreach (var element in elements)
        {
            if (!response.LeftOut.Contains(element.Name, StringComparer.Ordinal))
                AnswerXml.Elements(xml, element);
        }
    }

    private static void Lists(XmlWriter xml, PaymentProcessResponse response)
    {
        if (response.SubMerchants.Count > 0)
        {
            xml.WriteStartElement("subMerchantList");
            foreach (var sub in response.SubMerchants)
                AnswerXml.Item(xml, "subMerchant", ("subMID", sub.SubMid), ("subAmount", sub.Amount));
            xml.WriteEndElement();
        }

        if (response.Refunds.Count == 0)
            return;
        xml.WriteStartElement("refundList");
        foreach (var refund in response.Refunds)
        {
            AnswerXml.Item(
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
}
