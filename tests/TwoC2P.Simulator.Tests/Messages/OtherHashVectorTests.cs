using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.QuickPay;
using TwoC2P.Simulator.RecurringPlans;

namespace TwoC2P.Simulator.Tests.Messages;

/// <summary>The vectors of recurring plans and QuickPay, published and derived.</summary>
public sealed class OtherHashVectorTests
{
    private const string SecretKey = "7jYcp4FxFdf0";

    public static TheoryData<int> Plans => Indexes(message => message == "RecurringMaintenanceRequest");

    public static TheoryData<int> QuickPayRequests => Indexes(message => message.EndsWith("Req", StringComparison.Ordinal));

    public static TheoryData<int> Answers =>
        Indexes(message => message is "RecurringMaintenanceResponse" or "QPSendRes" or "QPDeleteRes");

    [Fact]
    public void Every_vector_is_used()
    {
        var used = Plans.Count + QuickPayRequests.Count + Answers.Count;

        used.ShouldBe(Vectors().GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_request_is_hashed_as_its_vector_says(int index)
    {
        var (message, fields, hash) = Vector(index);
        var xml = new XElement(message, fields.Select(field => new XElement(field.Key, field.Value))).ToString();
        var sut = new RecurringRequest(XmlMessage.TryRead(Encoding.UTF8.GetBytes(xml))!);

        var matches = GatewayHash.Matches(sut.Hash, hash, SecretKey, sut.HashedValues());

        matches.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(QuickPayRequests))]
    public void A_QuickPay_request_is_hashed_as_its_vector_says(int index)
    {
        var (message, fields, hash) = Vector(index);
        var json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { [message] = fields });
        var sut = QuickPayMessage.TryRead(json)!;

        var matches = GatewayHash.Matches(hash, SecretKey, sut.HashedValues());

        matches.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_is_signed_as_its_vector_says(int index)
    {
        var (message, fields, hash) = Vector(index);
        var kind = message.StartsWith("QP", StringComparison.Ordinal) ? HashKind.Sha1 : HashKind.Sha256;
        var table = message switch
        {
            "QPSendRes" => QuickPayAnswers.Send,
            "QPDeleteRes" => QuickPayAnswers.Delete,
            _ => RecurringResponse.TableFor(kind),
        };
        var sut = new FieldAnswer(table, kind, fields);

        var text = sut.Render(SecretKey);

        // QuickPay answers in upper case, plans in lower case.
        text.ShouldContain(kind == HashKind.Sha1 ? hash.ToUpperInvariant() : hash.ToLowerInvariant());
    }

    private static JsonElement Vectors() =>
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "other-hashes.json")))
            .RootElement.GetProperty("vectors");

    private static TheoryData<int> Indexes(Func<string, bool> isWanted) =>
        [
            .. Vectors()
                .EnumerateArray()
                .Select((vector, index) => (vector, index))
                .Where(each => isWanted(each.vector.GetProperty("message").GetString()!))
                .Select(each => each.index),
        ];

    private static (string Message, Dictionary<string, string> Fields, string Hash) Vector(int index)
    {
        var vector = Vectors()[index];
        var fields = vector
            .GetProperty("fields")
            .EnumerateArray()
            .ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetString()!);
        return (vector.GetProperty("message").GetString()!, fields, vector.GetProperty("hashValue").GetString()!);
    }
}
