using System.Text;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.PaymentProcess;

public sealed class ValidationTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    /// <summary>A request that is wrong in every way, put right one step at a time, meets the checks in their order.</summary>
    [Fact]
    public async Task The_first_thing_wrong_in_the_gateways_order_is_the_answer()
    {
        var wrong = new PaymentRequest("X", "", "1.0")
        {
            Version = "x",
            MerchantId = "NOBODY",
            HashValue = "00",
        };
        var named = wrong with { InvoiceNo = new string('i', 51) };
        var known = named with { MerchantId = "JT01" };
        var signed = known with { HashValue = null };
        var typed = signed with { ProcessType = "R" };
        var formed = typed with { Version = "3.4" };
        var priced = formed with { ActionAmount = "1000.01" };
        var found = priced with { InvoiceNo = "nowhere" };
        var there = priced with { InvoiceNo = "INV-SETTLED-1" };
        var right = there with { ActionAmount = "1000.00" };

        var codes = new List<string>
        {
            Answer.Open(await _sut.PostAsync(SimulatorHost.Base64Path, "!")).RespCode,
            Answer.Open(await _sut.PostAsync(SimulatorHost.Base64Path, Base64("<a>"))).RespCode,
        };
        foreach (var request in new[] { wrong, named, known, signed, typed, formed, priced, found, there, right })
            codes.Add((await _sut.SendAsync(request)).RespCode);

        codes.ShouldBe(["96", "02", "10", "14", "13", "17", "11", "18", "15", "16", "40", "00"]);
    }

    [Theory]
    [InlineData("<SomethingElse/>")]
    [InlineData("<!DOCTYPE x><PaymentProcessRequest/>")]
    public async Task A_document_that_is_no_known_request_is_invalid_and_unsigned(string xml)
    {
        var answer = Answer.Open(await _sut.PostAsync(SimulatorHost.Base64Path, Base64(xml)));

        answer.RespCode.ShouldBe("02");
        answer["hashValue"].ShouldBe("");
    }

    [Fact]
    public async Task A_post_without_the_form_field_is_an_invalid_request()
    {
        using var response = await _sut.Client.PostAsync(SimulatorHost.Base64Path, new StringContent("paymentRequest=x"));

        Answer.Open(await response.Content.ReadAsStringAsync()).RespCode.ShouldBe("02");
    }

    [Theory]
    [InlineData("R")]
    [InlineData("S")]
    public async Task Refunds_and_settlements_need_an_amount(string processType)
    {
        var answer = await _sut.SendAsync(new PaymentRequest(processType, "INV-SETTLED-1"));

        answer.RespCode.ShouldBe("10");
        answer["hashValue"].ShouldBe("");
    }

    [Fact]
    public async Task A_wrong_hash_is_refused_with_a_signed_answer_and_nothing_happens()
    {
        var invoiceNo = await _sut.InvoiceAsync();

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00") with { SecretKey = "guessed" });

        answer.RespCode.ShouldBe("13");
        answer.IsSigned().ShouldBeTrue();
        (await _sut.RecordAsync(invoiceNo))["refunds"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Hashes_and_element_names_are_accepted_in_any_case_and_the_version_is_echoed()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        var xml = (PaymentRequest.Inquiry(invoiceNo) with { Version = "4.3" })
            .Xml()
            .Replace("invoiceNo", "INVOICENO", StringComparison.Ordinal);
        var start = xml.IndexOf("<hashValue>", StringComparison.Ordinal);

        var answer = Answer.Open(
            await _sut.PostAsync(
                SimulatorHost.Base64Path,
                Base64(
                    xml[..start]
                        + xml[start..]
                            .ToLowerInvariant()
                            .Replace("</paymentprocessrequest>", "</PaymentProcessRequest>", StringComparison.Ordinal)
                )
            )
        );

        answer.RespCode.ShouldBe("00");
        answer["version"].ShouldBe("4.3");
    }

    [Fact]
    public async Task Addresses_ignore_letter_case_and_raw_plus_signs_are_repaired()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        var request = Enumerable
            .Range(0, 3)
            .Select(n => (PaymentRequest.Inquiry(invoiceNo) with { AccountName = new string('>', n + 1) }).Base64())
            .First(text => text.Contains('+', StringComparison.Ordinal));
        using var raw = new StringContent($"paymentRequest={request}", Encoding.ASCII, "application/x-www-form-urlencoded");

        using var response = await _sut.Client.PostAsync("/2c2pfrontend/PAYMENTACTIONV2/paymentprocess.ASPX", raw);

        Answer.Open(await response.Content.ReadAsStringAsync()).RespCode.ShouldBe("00");
    }

    [Fact]
    public async Task Fields_that_break_their_format_fail_validation()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        var request = PaymentRequest.Refund(invoiceNo, "10.00");
        PaymentRequest[] broken =
        [
            request with
            {
                TimeStamp = "2026-11-23",
            },
            request with
            {
                BankCode = new string('b', 11),
            },
            request with
            {
                AccountName = new string('n', 51),
            },
            request with
            {
                AccountNumber = new string('1', 51),
            },
            request with
            {
                NotifyUrl = "ftp://shop.example/",
            },
            request with
            {
                NotifyUrl = "https://shop.example/" + new string('n', 250),
            },
            request with
            {
                UserDefined = [new string('u', 151)],
            },
            request with
            {
                SubMerchants = [("SUB01", "6.00"), ("SUB02", "3.99")],
            },
            request with
            {
                SubMerchants = [("SUB01", "10")],
            },
            request with
            {
                SubMerchants = [("SUB45678901234567", "10.00")],
            },
            request with
            {
                SubMerchants = [("SUB01", "10.00")],
            },
        ];

        foreach (var each in broken)
            (await _sut.SendAsync(each)).RespCode.ShouldBe("11", each.ToString());

        (await _sut.RecordAsync(invoiceNo))["refunds"]!.AsArray().ShouldBeEmpty();
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
