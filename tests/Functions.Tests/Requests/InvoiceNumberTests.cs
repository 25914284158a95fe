using System.Net;
using System.Text.Json;
using Functions.Tests.Support;

namespace Functions.Tests.Requests;

public sealed class InvoiceNumberTests
{
    public static TheoryData<string> Taken { get; } =
    [
        "INV/2026/11-001",
        "INV#1",
        "INV?1",
        "INV%2F1",
        "INV%252F1",
        "INV\"1'",
        "INV 1",
        "INV+1",
        "INV&a=b",
        "ใบแจ้งหนี้-๑",
        new string('x', 50),
    ];

    public static TheoryData<string> Refused { get; } = ["", " ", "INV\n1", "INV\r1", "INV\t1", "INV\u0000", new string('x', 51)];

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task a_number_that_the_field_allows_reaches_the_intake_unchanged(string invoiceNo)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(JsonSerializer.Serialize(new { invoiceNo, amount = 1 }));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        sut.Intake.Commands.ShouldHaveSingleItem().InvoiceNo.Text.ShouldBe(invoiceNo);
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task a_number_that_the_field_allows_can_be_asked_for_in_a_query(string invoiceNo)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Get($"merchants/JT01/payments?invoiceNo={Uri.EscapeDataString(invoiceNo)}")
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        sut.Inquiry.Asked.ShouldBe([invoiceNo]);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task any_other_number_is_refused_in_a_body(string invoiceNo)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(JsonSerializer.Serialize(new { invoiceNo, amount = 1 }));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe(["invoiceNo"]);
        sut.DidNothing.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task any_other_number_is_refused_in_a_query(string invoiceNo)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Get($"merchants/JT01/payments?invoiceNo={Uri.EscapeDataString(invoiceNo)}")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe(["invoiceNo"]);
        sut.Inquiry.Asked.ShouldBeEmpty();
    }
}
