using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

/// <summary>What stands on a connection that is no HTTP answer, or not the answer to the question.</summary>
public class PaymentActionClientHttpTests
{
    private static readonly string Yes = new SignedAnswer("R", amount: "250.00").ToBase64();

    [Fact]
    public async Task An_answer_that_stands_on_the_connection_before_its_question_is_nobodys()
    {
        var no = new SignedAnswer("R", respCode: "40").ToBase64();
        await using var gateway = new ScriptedGateway(
            (request, stream) =>
                ScriptedGateway.WriteAsync(
                    stream,
                    request.Number == 1
                        ? ScriptedGateway.Http("200 OK", Yes) + ScriptedGateway.Http("200 OK", Yes)
                        : ScriptedGateway.Http("200 OK", no)
                )
        );
        await using var sut = new ClientUnderTest();

        var first = await sut.SendAsync(gateway);
        var second = await sut.SendAsync(gateway);

        first.ShouldBeOfType<PaymentActionOutcome.Answered>();
        second.ShouldBeOfType<PaymentActionOutcome.Refused>();
        gateway.Connections.ShouldBe(2);
    }

    [Theory]
    [InlineData("100 Continue")]
    [InlineData("103 Early Hints")]
    public async Task What_comes_before_the_answer_is_not_the_answer(string status)
    {
        await using var gateway = new ScriptedGateway(
            (_, stream) => ScriptedGateway.WriteAsync(stream, $"HTTP/1.1 {status}\r\n\r\n" + ScriptedGateway.Http("200 OK", Yes))
        );
        await using var sut = new ClientUnderTest();

        (await sut.SendAsync(gateway)).ShouldBeOfType<PaymentActionOutcome.Answered>();
        gateway.Requests.Count.ShouldBe(1);
    }

    /// <summary>None of them is an HTTP answer that could be read: they must end as "unknown", and never as an exception.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("PGh0bWw+")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nXYZ\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=nonsense\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nBad Header Name: 1\r\n\r\n")]
    public async Task Whatever_is_answered_that_is_none_leaves_it_unknown_and_is_not_asked_again(string answer)
    {
        await using var gateway = new ScriptedGateway(
            async (_, stream) =>
            {
                await ScriptedGateway.WriteAsync(stream, answer);
                return false;
            }
        );
        await using var sut = new ClientUnderTest();

        (await sut.SendAsync(gateway)).ShouldBeOfType<PaymentActionOutcome.Unknown>();
        gateway.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Headers_without_end_leave_it_unknown()
    {
        await using var gateway = new ScriptedGateway(
            (_, stream) => ScriptedGateway.WriteAsync(stream, $"HTTP/1.1 200 OK\r\nX: {new string('a', 1024 * 1024)}\r\n\r\n")
        );
        await using var sut = new ClientUnderTest();

        (await sut.SendAsync(gateway)).ShouldBeOfType<PaymentActionOutcome.Unknown>();
    }
}
