using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.PaymentProcess;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Hosting;

public sealed class StateTests
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("state-").FullName, "gateway.json");

    [Fact]
    public async Task What_was_done_before_a_crash_is_there_after_the_next_start()
    {
        await using var first = await StartAsync();
        var invoiceNo = await first.InvoiceAsync(channel: "apm");
        var refund = await first.SendAsync(PaymentRequest.Refund(invoiceNo, "10.00"));
        var before = await first.RecordAsync(invoiceNo);

        // The first one is neither stopped nor asked to save: whatever an answer told of is in the file.
        await using var sut = await StartAsync();

        var after = await sut.RecordAsync(invoiceNo);
        JsonNode.DeepEquals(after, before).ShouldBeTrue($"{before} {after}");
        await sut.ControlAsync("transactions/refunds/finish", new { merchantId = "JT01", invoiceNo });
        var listed = await sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));
        listed.Refunds.ShouldHaveSingleItem().Attribute("referenceNo")!.Value.ShouldBe(refund.RefundReferenceNo);
        listed.Refunds[0].Attribute("status")!.Value.ShouldBe("RF");
    }

    [Fact]
    public async Task Work_whose_answer_was_lost_is_kept_too()
    {
        await using var first = await StartAsync();
        var invoiceNo = await first.InvoiceAsync();
        await first.FaultAsync("answer-lost", invoiceNo);
        await Should.ThrowAsync<HttpRequestException>(() => first.SendAsync(PaymentRequest.Refund(invoiceNo, "10.00")));

        await Eventually.GetAsync(
            () => File.ReadAllTextAsync(_file),
            kept =>
                JsonNode.Parse(kept)!["transactions"]!
                    .AsArray()
                    .Single(each => each!["invoiceNo"]!.GetValue<string>() == invoiceNo)!["refunds"]!
                    .AsArray()
                    .Count == 1
        );
    }

    [Fact]
    public async Task Seeds_are_there_at_first_and_do_not_come_back_over_what_became_of_them()
    {
        await using var first = await StartAsync();
        await first.SendAsync(PaymentRequest.Refund("INV-SETTLED-1", "250.00"));
        var card = (await first.ReadAsync("cards")).AsArray().Count;
        await first.CallAsync(ApiRequest.Card("D", "260121085327001000"));

        await using var sut = await StartAsync();

        (await sut.RecordAsync("INV-SETTLED-1"))["refunds"]!.AsArray().Count.ShouldBe(1);
        (await sut.ReadAsync("cards")).AsArray().Count.ShouldBe(card - 1);
        JsonNode.DeepEquals(await sut.ReadAsync("plans"), await first.ReadAsync("plans")).ShouldBeTrue();
        JsonNode.DeepEquals(await sut.ReadAsync("banks"), await first.ReadAsync("banks")).ShouldBeTrue();
        JsonNode.DeepEquals(await sut.ReadAsync("links"), await first.ReadAsync("links")).ShouldBeTrue();
    }

    [Fact]
    public async Task Requests_with_an_idempotencyID_are_known_to_the_next_run()
    {
        var answer = new PaymentProcessResponse
        {
            TimeStamp = "231126220000",
            RespCode = "00",
            Status = "RF",
            RefundReferenceNo = "81",
        };
        await using var first = await StartAsync();
        Served(first).TakeOver([new ServedRequest("JT06", "id-1", "R", "INV-SETTLED-1", answer)]);
        await first.InvoiceAsync();

        await using var sut = await StartAsync();

        var kept = Served(sut).All().ShouldHaveSingleItem();
        (kept.IdempotencyId, kept.ProcessType, kept.Answer.RefundReferenceNo, kept.Answer.Status).ShouldBe(
            ("id-1", "R", "81", "RF")
        );
    }

    [Fact]
    public async Task No_key_is_in_the_file()
    {
        await using var sut = await StartAsync();
        await sut.SendAsync(PaymentRequest.Refund("INV-SETTLED-1", "250.00"));

        var kept = await File.ReadAllTextAsync(_file);

        kept.ShouldContain("INV-SETTLED-1");
        kept.ShouldNotContain("7jYcp4FxFdf0");
    }

    private static IdempotentRequests Served(SimulatorHost host) => host.App.Services.GetRequiredService<IdempotentRequests>();

    private Task<SimulatorHost> StartAsync() => SimulatorHost.StartAsync(null, "--state", _file);
}
