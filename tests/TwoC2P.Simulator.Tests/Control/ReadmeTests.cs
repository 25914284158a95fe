using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Control;

/// <summary>The example calls of README.md are taken as they stand there.</summary>
public sealed partial class ReadmeTests(SharedSimulator shared) : IClassFixture<SharedSimulator>
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "simulator-readme.md"));

    private readonly SimulatorHost _sut = shared.Host;

    public static TheoryData<string> Faults => [.. Fault().Matches(Readme).Select(match => match.Groups["body"].Value)];

    public static TheoryData<string> Notices => [.. Notice().Matches(Readme).Select(match => match.Groups["body"].Value)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_of_the_examples_is_taken(string body)
    {
        (await PostAsync("faults", body)).ShouldBe(HttpStatusCode.Created);
        await _sut.DeleteAsync("faults");
    }

    [Theory]
    [MemberData(nameof(Notices))]
    public async Task A_callback_of_the_examples_is_sent(string members)
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        var invoiceNo = await _sut.InvoiceAsync(channel: "apm");
        await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00") with { NotifyUrl = receiver.Url });
        var url = members.Contains("\"url\"", StringComparison.Ordinal) ? "" : $",\"url\":\"{receiver.Url}\"";

        var status = await PostAsync(
            "notifications",
            $"{{\"merchantId\":\"JT01\",\"invoiceNo\":\"{invoiceNo}\"{url},{members}}}"
        );

        status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Accepted);
    }

    private async Task<HttpStatusCode> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _sut.Client.PostAsync($"/_control/{path}", content);
        return response.StatusCode;
    }

    [GeneratedRegex(
        "fault '(?<body>[^']*)'",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Fault();

    [GeneratedRegex(
        "notify '(?<body>[^']*)'",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Notice();
}
