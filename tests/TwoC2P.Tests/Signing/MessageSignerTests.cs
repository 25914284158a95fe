using TwoC2P.Keys;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace TwoC2P.Tests.Signing;

public class MessageSignerTests
{
    private static readonly SecretKey Key = new("v2", Vectors.SecretKey);
    private static readonly SecretKey OtherKey = new("v1", "another key");

    public static TheoryData<int> AllVectors => [.. Enumerable.Range(0, HashVector.All.Count)];

    public static TheoryData<int> PaymentProcessVectors =>
        [
            .. Enumerable
                .Range(0, HashVector.All.Count)
                .Where(index => HashVector.All[index].Message.StartsWith("PaymentProcess", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(AllVectors))]
    public void A_formula_over_the_fields_of_a_vector_gives_its_digest(int index)
    {
        var vector = HashVector.All[index];
        var algorithm = vector.Algorithm is "HMACSHA1" ? SignatureAlgorithm.HmacSha1 : SignatureAlgorithm.HmacSha256;
        var formula = new SignatureFormula(algorithm, [.. vector.Fields.Select(field => (SignedPart)field.Name)]);
        var message = new WireMessage();
        foreach (var (name, value) in vector.Fields)
            message[name] = value;

        var sut = MessageSigner.Sign(message, formula, Key);

        sut.ShouldBe(vector.HashValue.ToUpperInvariant());
    }

    [Theory]
    [MemberData(nameof(PaymentProcessVectors))]
    public void The_Payment_Action_formulas_give_the_digests_of_their_vectors(int index)
    {
        var vector = HashVector.All[index];
        var formula = vector.Message.EndsWith("Request", StringComparison.Ordinal)
            ? PaymentProcessFormulas.Request
            : PaymentProcessFormulas.Response;

        var sut = MessageSigner.Sign(vector.ToMessage(), formula, Key);

        sut.ShouldBe(vector.HashValue.ToUpperInvariant());
    }

    [Fact]
    public void Every_part_of_the_formula_changes_the_digest()
    {
        string[] parts = [.. PaymentProcessFormulas.Response.Parts.OfType<SignedPart.Field>().Select(field => field.Name)];

        var sut = parts.Select(part => Sign(Sample(part))).ToList();

        sut.Distinct().Count().ShouldBe(parts.Length);
        sut.ShouldNotContain(Sign(Sample("timeStamp")));
        Sign(Sample("timeStamp")).ShouldBe(Sign(Sample("respDesc")));
    }

    [Fact]
    public void A_character_moved_over_a_field_border_keeps_the_digest_which_is_why_answers_must_match_their_requests()
    {
        var one = new WireMessage { ["invoiceNo"] = "INV1", ["amount"] = "0.00" };
        var other = new WireMessage { ["invoiceNo"] = "INV", ["amount"] = "10.00" };

        Sign(one).ShouldBe(Sign(other));
    }

    [Theory]
    [InlineData("3ca3edbf4ef1029200a5094c58d0a9a4232681ef")]
    [InlineData("3CA3EDBF4EF1029200A5094C58D0A9A4232681EF")]
    [InlineData(" 3Ca3edbf4ef1029200a5094c58d0a9a4232681ef\n")]
    public void Verification_is_blind_to_letter_case_and_gives_the_hash_in_lower_case(string given)
    {
        var sut = MessageSigner.Verify(RefundAnswer(), given, PaymentProcessFormulas.Response, [Key]);

        sut.ShouldBe(new AnswerEvidence(HashForm.Full, "v2", "3ca3edbf4ef1029200a5094c58d0a9a4232681ef"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("3ca3edbf")]
    [InlineData("3ca3edbf4ef1029200a5094c58d0a9a4232681ee")]
    [InlineData("3ca3edbf4ef1029200a5094c58d0a9a4232681ef00")]
    [InlineData("3ca3edbf4ef1029200a5094c58d0a9a4232681e")]
    [InlineData("zza3edbf4ef1029200a5094c58d0a9a4232681ef")]
    public void A_missing_wrong_or_malformed_hash_is_not_verified(string? given)
    {
        var sut = MessageSigner.Verify(RefundAnswer(), given, PaymentProcessFormulas.Response, [Key]);

        sut.ShouldBeNull();
    }

    [Fact]
    public void A_hash_of_gigantic_length_is_not_verified()
    {
        var sut = MessageSigner.Verify(RefundAnswer(), new string('a', 500_000), PaymentProcessFormulas.Response, [Key]);

        sut.ShouldBeNull();
    }

    [Fact]
    public void A_hash_made_with_the_previous_key_verifies_and_names_that_key()
    {
        var message = Sample("status");
        var hash = MessageSigner.Sign(message, PaymentProcessFormulas.Response, OtherKey);

        var sut = MessageSigner.Verify(message, hash, PaymentProcessFormulas.Response, [Key, OtherKey]);

        sut!.KeyVersion.ShouldBe("v1");
    }

    [Fact]
    public void A_hash_that_leaves_out_the_lists_is_recognized_as_such()
    {
        var withList = HashVector.All.Single(vector => vector.Fields.Any(field => field.Name == "refund[0].status")).ToMessage();
        var withoutList = HashVector
            .All.Single(vector => vector.Fields.Any(field => field.Name == "refund[0].status"))
            .ToMessage();
        withoutList.SetItems("refundList", []);
        var hash = Sign(withoutList);

        var sut = MessageSigner.Verify(withList, hash, PaymentProcessFormulas.Response, [Key]);

        sut!.Form.ShouldBe(HashForm.WithoutLists);
        MessageSigner.Verify(withoutList, hash, PaymentProcessFormulas.Response, [Key])!.Form.ShouldBe(HashForm.Full);
    }

    [Fact]
    public void A_SHA_256_digest_never_verifies_a_message_that_is_pinned_to_SHA_1()
    {
        var sha256 = PaymentProcessFormulas.Response with { Algorithm = SignatureAlgorithm.HmacSha256 };
        var hash = MessageSigner.Sign(RefundAnswer(), sha256, Key);

        var sut = MessageSigner.Verify(RefundAnswer(), hash, PaymentProcessFormulas.Response, [Key]);

        sut.ShouldBeNull();
        MessageSigner.Verify(RefundAnswer(), hash, sha256, [Key]).ShouldNotBeNull();
    }

    private static string Sign(WireMessage message) => MessageSigner.Sign(message, PaymentProcessFormulas.Response, Key);

    private static WireMessage RefundAnswer() =>
        HashVector.All.Single(vector => vector.HashValue == "3ca3edbf4ef1029200a5094c58d0a9a4232681ef").ToMessage();

    /// <summary>A message whose fields all differ, with one of them changed.</summary>
    private static WireMessage Sample(string changed)
    {
        var message = new WireMessage();
        foreach (var field in PaymentProcessLayouts.Response.Fields)
            message[field.Name] = $"<{field.Name}>";
        message[changed] += "!";
        return message;
    }
}
