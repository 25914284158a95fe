using System.Text.Json;
using System.Xml.Linq;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.PaymentProcess;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Messages;

public sealed class HashVectorTests
{
    private const string SecretKey = "7jYcp4FxFdf0";

    public static TheoryData<int> Requests => Indexes("PaymentProcessRequest");

    public static TheoryData<int> Responses => Indexes("PaymentProcessResponse");

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_is_hashed_as_its_vector_says(int index)
    {
        var (fields, hash) = Vector(index);
        var sut = new PaymentProcessRequest(XmlMessage.TryRead(Document("PaymentProcessRequest", fields))!);

        var matches = GatewayHash.Matches(hash, SecretKey, sut.HashedValues());

        matches.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_response_is_signed_as_its_vector_says(int index)
    {
        var (fields, hash) = Vector(index);
        var sut = ResponseOf(fields);

        var answer = new Answer(sut.Render(SecretKey));

        answer["hashValue"].ShouldBe(hash.ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void The_tests_own_reader_agrees_with_the_vectors(int index)
    {
        var (fields, hash) = Vector(index);
        var sut = new Answer(ResponseOf(fields).Render(secretKey: null));

        sut.Hash(SecretKey).ShouldBe(hash.ToLowerInvariant());
    }

    /// <summary>printf %s '3.4JT01R2018062210510.00SCB...u5' | openssl dgst -sha1 -hmac 7jYcp4FxFdf0</summary>
    [Fact]
    public void A_refund_with_every_field_is_hashed_in_the_protocols_order()
    {
        var request = PaymentRequest.Refund("20180622105", "10.00") with
        {
            BankCode = "SCB",
            AccountName = "SOMCHAI",
            AccountNumber = "1234567890",
            SubMerchants = [("SUB01", "6.00"), ("SUB02", "4.00")],
            NotifyUrl = "https://m.example/n",
            UserDefined = ["u1", "u2", "u3", "u4", "u5"],
            TimeStamp = "231126101500",
        };
        var sut = new PaymentProcessRequest(XmlMessage.TryRead(System.Text.Encoding.UTF8.GetBytes(request.Xml()))!);

        var hash = GatewayHash.Compute(SecretKey, sut.HashedValues());

        hash.ShouldBe("284c0bc51b817208595cf0974a2149dfb7ed2bb8");
        request.Xml().ShouldContain("284C0BC51B817208595CF0974A2149DFB7ED2BB8");
    }

    private static PaymentProcessResponse ResponseOf(Dictionary<string, string> fields)
    {
        string Get(string name) => fields.GetValueOrDefault(name, "");
        return new PaymentProcessResponse
        {
            Version = Get("version"),
            TimeStamp = "231126101500",
            RespCode = Get("respCode"),
            ProcessType = Get("processType"),
            InvoiceNo = Get("invoiceNo"),
            Amount = Get("amount"),
            Status = Get("status"),
            ApprovalCode = Get("approvalCode"),
            ReferenceNo = Get("referenceNo"),
            TransactionDateTime = Get("transactionDateTime"),
            MaskedPan = Get("maskedPan"),
            Eci = Get("eci"),
            Refunds =
            [
                .. Enumerable
                    .Range(0, 2)
                    .Where(n => fields.ContainsKey($"refund[{n}].referenceNo"))
                    .Select(n => new RefundEntry(
                        Get($"refund[{n}].referenceNo"),
                        Get($"refund[{n}].status"),
                        Get($"refund[{n}].amount"),
                        Get($"refund[{n}].dateTime"),
                        []
                    )),
            ],
            PaymentScheme = Get("paymentScheme"),
            ProcessBy = Get("processBy"),
            RefundReferenceNo = Get("refundReferenceNo"),
        };
    }

    private static byte[] Document(string root, Dictionary<string, string> fields)
    {
        var document = new XElement(root);
        var subMerchants = new XElement("subMerchantList");
        foreach (var (name, value) in fields)
        {
            if (name.StartsWith("subMerchant[", StringComparison.Ordinal) && name.EndsWith("subMID", StringComparison.Ordinal))
                subMerchants.Add(new XElement("subMerchant", new XAttribute("subMID", value)));
            else if (name.StartsWith("subMerchant[", StringComparison.Ordinal))
                subMerchants.Elements().Last().Add(new XAttribute("subAmount", value));
            else
                document.Add(new XElement(name, value));
        }

        document.Add(subMerchants);
        return System.Text.Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
    }

    private static JsonElement Vectors() =>
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "payment-process-hashes.json")))
            .RootElement.GetProperty("vectors");

    private static TheoryData<int> Indexes(string message) =>
        [
            .. Vectors()
                .EnumerateArray()
                .Select((vector, index) => (vector, index))
                .Where(each => each.vector.GetProperty("message").GetString() == message)
                .Select(each => each.index),
        ];

    private static (Dictionary<string, string> Fields, string Hash) Vector(int index)
    {
        var vector = Vectors()[index];
        var fields = vector
            .GetProperty("fields")
            .EnumerateArray()
            .ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetString()!);
        return (fields, vector.GetProperty("hashValue").GetString()!);
    }
}
