using System.Net;
using System.Net.Sockets;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

public class PaymentActionClientFailureTests
{
    private static readonly string Yes = new SignedAnswer("R", amount: "250.00").ToBase64();

    [Fact]
    public async Task A_refused_connection_proves_that_nothing_was_sent()
    {
        await using var sut = new ClientUnderTest();
        var merchant = ClientUnderTest.Merchant(ClosedPort());

        var outcome = await sut.Client.SendAsync(merchant, ClientUnderTest.Refund(), ClientUnderTest.Deadline, default);

        outcome.ShouldBeOfType<PaymentActionOutcome.NeverSent>().Reason.ShouldBe(NeverSentReason.NotConnected);
    }

    [Fact]
    public async Task A_failed_TLS_handshake_proves_that_nothing_was_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var sut = new ClientUnderTest();
        var https = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        var sending = sut.Client.SendAsync(
            ClientUnderTest.Merchant(https),
            ClientUnderTest.Refund(),
            ClientUnderTest.Deadline,
            default
        );
        (await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken)).Close();
        var outcome = await sending;

        outcome.ShouldBeOfType<PaymentActionOutcome.NeverSent>().Reason.ShouldBe(NeverSentReason.NotConnected);
    }

    [Fact]
    public async Task A_deadline_that_passes_while_connecting_proves_that_nothing_was_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var sut = new ClientUnderTest();
        var https = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        var sending = sut.Client.SendAsync(
            ClientUnderTest.Merchant(https),
            ClientUnderTest.Refund(),
            ClientUnderTest.Deadline,
            default
        );
        using var silent = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        sut.Time.Advance(ClientUnderTest.Deadline);
        var outcome = await sending;

        outcome.ShouldBeOfType<PaymentActionOutcome.NeverSent>().Reason.ShouldBe(NeverSentReason.Cancelled);
    }

    [Fact]
    public async Task A_cancellation_that_came_first_sends_nothing()
    {
        await using var gateway = ScriptedGateway.Answering(Yes);
        await using var sut = new ClientUnderTest();
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint);

        var cancelled = await sut.Client.SendAsync(
            merchant,
            ClientUnderTest.Refund(),
            ClientUnderTest.Deadline,
            new CancellationToken(canceled: true)
        );
        var late = await sut.Client.SendAsync(merchant, ClientUnderTest.Refund(), TimeSpan.Zero, default);

        cancelled.ShouldBeOfType<PaymentActionOutcome.NeverSent>().Reason.ShouldBe(NeverSentReason.Cancelled);
        late.ShouldBeOfType<PaymentActionOutcome.NeverSent>().Reason.ShouldBe(NeverSentReason.Cancelled);
        gateway.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task An_invalid_request_is_not_sent_and_says_what_is_wrong()
    {
        await using var gateway = ScriptedGateway.Answering(Yes);
        await using var sut = new ClientUnderTest();

        var outcome = await sut.SendAsync(gateway, ClientUnderTest.Refund(0m));

        var never = outcome.ShouldBeOfType<PaymentActionOutcome.NeverSent>();
        never.Reason.ShouldBe(NeverSentReason.InvalidRequest);
        never.Errors.ShouldHaveSingleItem().Field.ShouldBe("actionAmount");
        gateway.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_connection_closed_after_the_request_was_read_leaves_it_unknown_and_is_not_tried_again()
    {
        await using var gateway = new ScriptedGateway((_, _) => Task.FromResult(false));
        await using var sut = new ClientUnderTest();

        var outcome = await sut.SendAsync(gateway);

        outcome.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.ConnectionLost, null, null));
        gateway.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_pooled_connection_that_dies_with_the_second_request_does_not_get_it_sent_again()
    {
        await using var gateway = new ScriptedGateway(
            async (request, stream) =>
                request.Number != 2 && await ScriptedGateway.WriteAsync(stream, ScriptedGateway.Http("200 OK", Yes))
        );
        await using var sut = new ClientUnderTest();

        var first = await sut.SendAsync(gateway);
        var second = await sut.SendAsync(gateway);
        var third = await sut.SendAsync(gateway);

        first.ShouldBeOfType<PaymentActionOutcome.Answered>();
        second.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.ConnectionLost, null, null));
        third.ShouldBeOfType<PaymentActionOutcome.Answered>();
        gateway.Requests.Count.ShouldBe(3);
        gateway.Connections.ShouldBe(2);
    }

    [Theory]
    [InlineData("500 Internal Server Error", 500)]
    [InlineData("503 Service Unavailable", 503)]
    [InlineData("401 Unauthorized", 401)]
    [InlineData("204 No Content", 204)]
    public async Task An_HTTP_status_other_than_200_leaves_it_unknown_even_with_a_good_body(string status, int code)
    {
        await using var gateway = new ScriptedGateway(
            (_, stream) => ScriptedGateway.WriteAsync(stream, ScriptedGateway.Http(status, code == 204 ? "" : Yes))
        );
        await using var sut = new ClientUnderTest();

        var outcome = await sut.SendAsync(gateway);

        outcome.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.HttpStatus, code, null));
    }

    [Theory]
    [InlineData("301 Moved Permanently", 301)]
    [InlineData("302 Found", 302)]
    [InlineData("307 Temporary Redirect", 307)]
    [InlineData("308 Permanent Redirect", 308)]
    public async Task A_redirect_is_not_followed(string status, int code)
    {
        await using var gateway = new ScriptedGateway(
            (_, stream) => ScriptedGateway.WriteAsync(stream, ScriptedGateway.Http(status, "", "Location: /elsewhere\r\n"))
        );
        await using var sut = new ClientUnderTest();

        var outcome = await sut.SendAsync(gateway);

        outcome.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.HttpStatus, code, null));
        gateway.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_leaves_it_unknown()
    {
        await using var gateway = new ScriptedGateway(
            async (_, stream) =>
            {
                await ScriptedGateway.WriteAsync(stream, ScriptedGateway.Http("200 OK", Yes)[..^10]);
                return false;
            }
        );
        await using var sut = new ClientUnderTest();

        var outcome = await sut.SendAsync(gateway);

        outcome.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.ConnectionLost, 200, null));
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_where_only_the_closed_connection_ends_it_is_unreadable()
    {
        await using var gateway = new ScriptedGateway(
            async (_, stream) =>
            {
                await ScriptedGateway.WriteAsync(stream, $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{Yes[..^100]}");
                return false;
            }
        );
        await using var sut = new ClientUnderTest();

        var outcome = await sut.SendAsync(gateway);

        var unknown = outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>();
        (unknown.Reason, unknown.HttpStatus, unknown.Unverified).ShouldBe((UnknownReason.Unreadable, 200, null));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        await using var gateway = ScriptedGateway.Answering(new string('A', 1024 * 1024 + 1));
        await using var sut = new ClientUnderTest();

        var outcome = await sut.SendAsync(gateway);

        outcome.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.Unreadable, 200, null));
    }

    [Fact]
    public async Task Silence_until_the_deadline_leaves_it_unknown()
    {
        await using var gateway = new ScriptedGateway((_, _) => new TaskCompletionSource<bool>().Task);
        await using var sut = new ClientUnderTest();

        var sending = sut.SendAsync(gateway);
        await gateway.FirstRequest.Task;
        sut.Time.Advance(ClientUnderTest.Deadline);
        var outcome = await sending;

        outcome.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.TimedOut, null, null));
    }

    [Fact]
    public async Task The_deadline_also_ends_an_answer_that_drips()
    {
        await using var gateway = new ScriptedGateway(
            async (_, stream) =>
            {
                await ScriptedGateway.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nPF");
                return await new TaskCompletionSource<bool>().Task;
            }
        );
        await using var sut = new ClientUnderTest();

        var sending = sut.SendAsync(gateway);
        await gateway.FirstRequest.Task;
        sut.Time.Advance(ClientUnderTest.Deadline);
        var outcome = await sending;

        outcome.ShouldBeOfType<PaymentActionOutcome.Unknown>().Reason.ShouldBe(UnknownReason.TimedOut);
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_learns_that_it_is_unknown()
    {
        await using var gateway = new ScriptedGateway((_, _) => new TaskCompletionSource<bool>().Task);
        await using var sut = new ClientUnderTest();
        using var giveUp = new CancellationTokenSource();

        var sending = sut.Client.SendAsync(
            ClientUnderTest.Merchant(gateway.Endpoint),
            ClientUnderTest.Refund(),
            ClientUnderTest.Deadline,
            giveUp.Token
        );
        await gateway.FirstRequest.Task;
        await giveUp.CancelAsync();
        var outcome = await sending;

        outcome.ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.TimedOut, null, null));
    }

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
