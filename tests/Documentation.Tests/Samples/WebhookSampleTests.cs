using System.Net;
using Documentation.Tests.Running;
using Sandbox;
using Testing;

namespace Documentation.Tests.Samples;

public sealed class WebhookSampleTests(DocumentedSandbox world)
{
    private static readonly string Secret = SandboxMerchant.All[0].WebhookSecret;

    public static TheoryData<string> Languages => RefundSampleTests.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_the_gateway_sends_is_believed_once_and_nothing_else_is(string language)
    {
        var invoiceNo = await Refunds.SucceedAsync(world);
        var genuine = await Eventually.ResultAsync(
            () =>
                Task.FromResult(
                    world.Mailbox.Messages.FirstOrDefault(message =>
                        message.Json["data"]!["invoiceNo"]?.ToString() == invoiceNo
                        && message.Json["type"]!.ToString() == "operation.succeeded"
                    )
                ),
            message => message is not null
        );
        await using var sut = await Receiver.StartAsync(SampleLanguage.Of(language), Secret);
        var now = TimeProvider.System.GetUtcNow();

        (await sut.PostAsync(genuine!)).ShouldBe(HttpStatusCode.NoContent);
        (await sut.PostAsync(genuine!)).ShouldBe(HttpStatusCode.NoContent);
        await sut.ShouldPrintAsync($"operation.succeeded {invoiceNo} order 2 succeeded");
        await sut.ShouldPrintAsync($"repeated {genuine!.Id}");

        var twice = genuine with { Id = $"{genuine.Id}-2" };
        var rotated = twice.At(now, Secret);
        rotated = rotated with { Signature = $"v1,{Convert.ToBase64String(new byte[32])} {rotated.Signature}" };
        (await sut.PostAsync(rotated)).ShouldBe(HttpStatusCode.NoContent);
        await sut.ShouldPrintAsync($"operation.succeeded {invoiceNo} order 2 succeeded", times: 2);

        WebhookMessage[] forged =
        [
            genuine with
            {
                Body = [.. genuine.Body, (byte)'\n'],
            },
            genuine with
            {
                Id = $"{genuine.Id}-3",
            },
            genuine with
            {
                Signature = genuine.Signature[..^4] + "AAA=",
            },
            genuine with
            {
                Signature = genuine.Signature.Replace("v1,", "v2,", StringComparison.Ordinal),
            },
            genuine with
            {
                Signature = "v1,",
            },
            twice.At(now, $"whsec_{Convert.ToBase64String(new byte[32])}"),
        ];
        foreach (var message in forged)
            (await sut.PostAsync(message)).ShouldBe(HttpStatusCode.Unauthorized);
        await sut.ShouldPrintAsync("refused: signature", forged.Length);

        WebhookMessage[] old =
        [
            twice.At(now.AddMinutes(-6), Secret),
            twice.At(now.AddMinutes(6), Secret),
            genuine with
            {
                Timestamp = "yesterday",
            },
        ];
        foreach (var message in old)
            (await sut.PostAsync(message)).ShouldBe(HttpStatusCode.Unauthorized);
        await sut.ShouldPrintAsync("refused: timestamp", old.Length);
        sut.Lines.ShouldContain("refused: headers");
    }
}
