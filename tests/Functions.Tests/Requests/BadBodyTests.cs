using System.Net;
using Functions.Tests.Support;

namespace Functions.Tests.Requests;

public sealed class BadBodyTests
{
    [Theory]
    [InlineData("{\n  \"invoiceNo\": \"I\",\n}", "line 3, byte 1.")]
    [InlineData("{\"invoiceNo\": 'I'}", "line 1, byte 15.")]
    [InlineData("", "line 1, byte 1.")]
    public async Task what_is_no_JSON_is_told_where(string body, string place)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(body);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf()["$"].ShouldHaveSingleItem().ShouldEndWith($"It is none at {place}");
    }

    [Fact]
    public async Task what_is_nested_too_deep_is_told_so()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(
            $"{string.Concat(Enumerable.Repeat("{\"a\":", 8))}{{}}{new string('}', 8)}"
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf()["$"].ShouldHaveSingleItem().ShouldContain("nested at most 8 deep");
    }

    [Theory]
    [InlineData(
        "merchants/JT01/refunds",
        """{"invoiceNo":"I","amount":1,"subMerchants":[{"subMid":"","subAmount":1}]}""",
        "subMerchants[0].subMid"
    )]
    [InlineData("merchants/JT01/quickpay/links", """{"orderIdPrefix":" "}""", "orderIdPrefix")]
    [InlineData("merchants/JT01/operations/1/resolution", """{"reason":""}""", "reason")]
    public async Task nobody_is_told_to_leave_out_what_must_be_there(string path, string body, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(path, body));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf()[field].ShouldContain("Give a text that is not empty.");
    }

    [Fact]
    public async Task answers_are_written_for_people()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync("{\"invoiceNo\":\"I\",\"amount\":1,\"currency\":\"THB\"}");

        (await response.Content.ReadAsStringAsync()).ShouldNotContain("\\u00");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("invoiceNo=INV&amount=1", "$")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1", "$")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,}", "$")]
    [InlineData("{\"invoiceNo\":\"I\",/* */\"amount\":1}", "$")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1} {}", "$")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":NaN}", "$")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("\"text\"", "$")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}", "$")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"currency\":\"THB\"}", "currency")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"Amount\":1}", "Amount")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"4111111111111111\":1}", "(unnamed)")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"\\ud800\":1}", "(unnamed)")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"amount\":1}", "amount")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"\\u0061mount\":2}", "amount")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":null,\"amount\":2}", "amount")]
    [InlineData("{\"amount\":1}", "invoiceNo")]
    [InlineData("{\"invoiceNo\":null,\"amount\":1}", "invoiceNo")]
    [InlineData("{\"invoiceNo\":12345,\"amount\":1}", "invoiceNo")]
    [InlineData("{\"invoiceNo\":\"I\\ud800\",\"amount\":1}", "invoiceNo")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"reason\":[]}", "reason")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"reason\":\"\"}", "reason")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"reason\":\"a\\nb\"}", "reason")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"reason\":\"card 4111 1111-1111 1111 broken\"}", "reason")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"bankAccount\":\"1\"}", "bankAccount")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"bankAccount\":{}}", "bankAccount")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"bankAccount\":{\"bankCode\":\"12345678901\"}}", "bankAccount.bankCode")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"bankAccount\":{\"accountName\":\"a\\tb\"}}", "bankAccount.accountName")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"bankAccount\":{\"accountNumber\":1}}", "bankAccount.accountNumber")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"bankAccount\":{\"bankCode\":\"1\",\"iban\":\"1\"}}", "bankAccount.iban")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"subMerchants\":{}}", "subMerchants")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"subMerchants\":[]}", "subMerchants")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"subMerchants\":[1]}", "subMerchants[0]")]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"subMerchants\":[{\"subAmount\":1}]}", "subMerchants[0].subMid")]
    [InlineData(
        "{\"invoiceNo\":\"I\",\"amount\":1,\"subMerchants\":[{\"subMid\":\"1234567890123456\",\"subAmount\":1}]}",
        "subMerchants[0].subMid"
    )]
    [InlineData(
        "{\"invoiceNo\":\"I\",\"amount\":1,\"subMerchants\":[{\"subMid\":\"S\",\"subAmount\":\"1\"}]}",
        "subMerchants[0].subAmount"
    )]
    [InlineData("{\"invoiceNo\":\"I\",\"amount\":1,\"subMerchants\":[{\"subMid\":\"S\",\"subAmount\":0.99}]}", "subMerchants")]
    public async Task a_wrong_body_names_the_field_and_does_nothing(string body, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(body);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([field]);
        problem.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task everything_that_is_wrong_is_named_at_once()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(
            """{"invoiceNo":"","amount":"1","extra":1,"bankAccount":{"bankCode":""},"subMerchants":[{"subMid":"S","subAmount":1},{}]}"""
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem
            .ErrorsOf()
            .Keys.ShouldBe(
                ["amount", "bankAccount.bankCode", "extra", "invoiceNo", "subMerchants[1].subAmount", "subMerchants[1].subMid"],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task bytes_that_are_no_UTF8_are_refused()
    {
        await using var sut = await TestApp.StartAsync();
        var request = Calls.Post("merchants/JT01/refunds", "");
        request.Content = new ByteArrayContent([.. "{\"invoiceNo\":\""u8, 0xE9, .. "\",\"amount\":1}"u8]);
        request.Content.Headers.ContentType = new("application/json");

        using var response = await sut.Http.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        sut.DidNothing.ShouldBeTrue();
    }

    [Theory]
    [InlineData("settlements", "bankAccount")]
    [InlineData("voids", "amount")]
    [InlineData("voids", "subMerchants")]
    public async Task a_property_of_another_operation_is_unknown(string collection, string property)
    {
        await using var sut = await TestApp.StartAsync();
        var amount = collection == "voids" ? "" : "\"amount\":1,";

        using var response = await sut.Http.SendAsync(
            Calls.Post($"merchants/JT01/{collection}", $$"""{"invoiceNo":"I",{{amount}}"{{property}}":1}""")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.ErrorsOf().Keys.ShouldBe([property]);
    }

    [Fact]
    public async Task a_null_property_counts_as_absent()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(
            """{"invoiceNo":"I","amount":1,"reason":null,"bankAccount":null,"subMerchants":null}"""
        );

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var command = sut.Intake.Commands.ShouldHaveSingleItem();
        command.BankAccount.ShouldBeNull();
        command.SubMerchants.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(255, HttpStatusCode.Accepted)]
    [InlineData(256, HttpStatusCode.BadRequest)]
    public async Task a_reason_has_at_most_255_characters(int length, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(
            $$"""{"invoiceNo":"I","amount":1,"reason":"{{new string('r', length)}}"}"""
        );

        response.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.Accepted)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task there_are_at_most_100_sub_merchants(int count, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync();
        var shares = string.Join(',', Enumerable.Repeat("""{"subMid":"S","subAmount":1}""", count));

        using var response = await sut.PostRefundAsync($$"""{"invoiceNo":"I","amount":{{count}},"subMerchants":[{{shares}}]}""");

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task thousands_of_mistakes_make_a_short_answer()
    {
        await using var sut = await TestApp.StartAsync();
        var again = Enumerable.Repeat("\"again\":1", 2000);
        var others = Enumerable.Range(0, 2000).Select(number => $"\"other{number}\":1");

        using var response = await sut.PostRefundAsync($"{{{string.Join(',', again.Concat(others))}}}");

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        var errors = problem.GetProperty("errors").EnumerateObject().ToList();
        errors.Count.ShouldBe(100);
        errors.ShouldAllBe(error => error.Value.GetArrayLength() == 1);
    }
}
