using System.Net;
using System.Net.Http.Json;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

public sealed class FaultControlTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    [Fact]
    public async Task A_fault_meets_as_many_matching_calls_as_ordered()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        var other = await _sut.InvoiceAsync();
        var match = new
        {
            merchantId = "JT01",
            invoiceNo,
            processType = "I",
        };
        await _sut.ControlAsync(
            "faults",
            new
            {
                kind = "respond-with",
                times = 2,
                respCode = "99",
                match,
            }
        );

        var codes = new List<string>();
        foreach (var request in new[] { PaymentRequest.Inquiry(other), PaymentRequest.RefundStatus(invoiceNo) })
            codes.Add((await _sut.SendAsync(request)).RespCode);
        for (var i = 0; i < 3; i++)
            codes.Add((await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo))).RespCode);

        codes.ShouldBe(["00", "00", "99", "99", "00"]);
    }

    [Fact]
    public async Task Faults_are_met_in_the_order_in_which_they_were_ordered()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("respond-with", invoiceNo, new { respCode = "95" });
        await _sut.FaultAsync("respond-with", invoiceNo, new { respCode = "98" });

        var first = await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo));
        var second = await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo));

        first.RespCode.ShouldBe("95");
        second.RespCode.ShouldBe("98");
    }

    [Fact]
    public async Task Faults_are_listed_and_cleared_for_one_invoice_or_all()
    {
        await _sut.FaultAsync("html", "one", new { times = -1 });
        await _sut.FaultAsync("html", "two");
        await _sut.ControlAsync("faults", new { kind = "http-500", times = 3 });

        using var scoped = await _sut.Client.DeleteAsync("/_control/faults?invoiceNo=one");
        var left = (await _sut.ReadAsync("faults")).AsArray();
        using var all = await _sut.Client.DeleteAsync("/_control/faults");

        left.Count.ShouldBe(2);
        left[0]!["match"]!["invoiceNo"]!.GetValue<string>().ShouldBe("two");
        left[1]!["times"]!.GetValue<int>().ShouldBe(3);
        (await _sut.ReadAsync("faults")).AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"kind\":\"nonsense\"}", "respond-with")]
    [InlineData("{}", "respond-with")]
    [InlineData("{\"kind\":\"html\",\"times\":0}", "times")]
    [InlineData("{\"kind\":\"delay\",\"seconds\":-1}", "seconds")]
    public async Task A_fault_that_makes_no_sense_is_refused_with_what_would(string body, string hint)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await _sut.Client.PostAsync("/_control/faults", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>())!["detail"]!
            .GetValue<string>()
            .ShouldContain(hint);
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();
}
