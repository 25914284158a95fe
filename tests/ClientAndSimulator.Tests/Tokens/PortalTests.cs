using System.Net;
using System.Security.Cryptography;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace ClientAndSimulator.Tests.Tokens;

/// <summary>Keys as they are handled in 2C2P's portal, and what each mistake with them looks like to the client.</summary>
public sealed class PortalTests(RunningSimulator simulator)
{
    [Fact]
    public async Task A_signed_answer_is_evidence_of_its_own_kind_and_the_same_content_has_the_same_digest()
    {
        await using var sut = await Meeting.BeginJoseAsync(simulator);
        await PaymentVerbs.SeedAsync(sut, "S");

        var first = await InquireAsync(sut);
        var second = await InquireAsync(sut);

        var evidence = first.ShouldBeOfType<PaymentActionOutcome.Answered>().Evidence;
        evidence.Form.ShouldBe(HashForm.Signature);
        evidence.KeyVersion.ShouldBe("v1");
        evidence.VerifiedHash.Length.ShouldBe(64);
        second.ShouldBeOfType<PaymentActionOutcome.Answered>().Evidence.ShouldBe(evidence);
    }

    [Fact]
    public async Task A_message_carries_no_hash_either_way()
    {
        await using var sut = await Meeting.BeginJoseAsync(simulator);
        await PaymentVerbs.SeedAsync(sut, "S");

        var outcome = await InquireAsync(sut);

        outcome.ShouldBeOfType<PaymentActionOutcome.Answered>().Response.HashValue.ShouldBeNull();
        (await sut.CallsAsync()).ShouldHaveSingleItem()["respCode"]!.ToString().ShouldBe("00");
    }

    [Fact]
    public async Task A_key_that_is_uploaded_but_not_default_is_answered_401_until_it_is()
    {
        using var next = RSA.Create(2048);
        await using var sut = await Meeting.BeginJoseAsync(simulator, next);
        await PaymentVerbs.SeedAsync(sut, "S");
        await sut.PortalAsync($"keys/next?asDefault=false", next.ExportSubjectPublicKeyInfoPem());

        ShouldBeRefused(await InquireAsync(sut), HttpStatusCode.Unauthorized);
        await sut.PortalAsync("default/next", "");

        (await InquireAsync(sut)).ShouldBeOfType<PaymentActionOutcome.Answered>();
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("")]
    [InlineData("eyJhbGciOiJQUzI1NiJ9.eyJ9.c2ln")]
    [InlineData("paymentRequest=PFBheW1lbnQ%2B")]
    public async Task What_is_no_token_in_a_token_is_answered_400(string body)
    {
        using var response = await simulator.Control.PostTextAsync("../2C2PFrontend/PaymentAction/2.0/action", body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("2C2PFrontend/PaymentAction/2.0/action")]
    [InlineData("PaymentAction/2.0/action")]
    [InlineData("PaymentActionV2/2.0/action")]
    public async Task Each_published_address_takes_tokens(string path)
    {
        using var response = await simulator.Control.PostTextAsync($"../{path}", "no token");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_key_id_must_name_the_default_key()
    {
        await using var sut = await Meeting.BeginJoseAsync(simulator, keyId: "second");
        await using var right = await Meeting.BeginJoseAsync(simulator, keyId: "first");
        await PaymentVerbs.SeedAsync(right, "S");

        ShouldBeRefused(await InquireAsync(sut), HttpStatusCode.Unauthorized);
        (await InquireAsync(right)).ShouldBeOfType<PaymentActionOutcome.Answered>();
    }

    [Fact]
    public async Task An_answer_sealed_for_another_key_of_ours_is_not_believed()
    {
        using var other = RSA.Create(2048);
        await using var sut = await Meeting.BeginJoseAsync(simulator);
        await sut.PortalAsync("keys/other?asDefault=false", other.ExportSubjectPublicKeyInfoPem());
        await sut.PortalAsync("reader/other", "");

        var outcome = await InquireAsync(sut);

        outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>().Reason.ShouldBe(UnknownReason.Unverified);
    }

    private static Task<PaymentActionOutcome> InquireAsync(Meeting sut) =>
        PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(ProcessType.Inquiry));

    private static void ShouldBeRefused(PaymentActionOutcome outcome, HttpStatusCode status)
    {
        var unknown = outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>();
        unknown.Reason.ShouldBe(UnknownReason.HttpStatus);
        unknown.HttpStatus.ShouldBe((int)status);
    }
}
