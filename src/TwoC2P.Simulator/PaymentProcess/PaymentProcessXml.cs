using System.Xml;
using TwoC2P.Simulator.Gateway;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>Writes the response document: the published element order, no declaration, empty elements kept.</summary>
internal static class PaymentProcessXml
{
    public static string Write(PaymentProcessResponse response, string hashValue)
    {
        return AnswerXml.Write("PaymentProcessResponse", Content);

        void Content(XmlWriter xml)
        {
            AnswerXml.Elements(
                xml,
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
            AnswerXml.Elements(xml, ("paymentScheme", response.PaymentScheme), ("processBy", response.ProcessBy));
            if (response.RefundReferenceNo.Length > 0)
                AnswerXml.Elements(xml, ("refundReferenceNo", response.RefundReferenceNo));
            AnswerXml.Elements(xml, [.. response.UserDefined.Select((value, index) => ($"userDefined{index + 1}", value))]);
            AnswerXml.Elements(xml, ("hashValue", hashValue));
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
