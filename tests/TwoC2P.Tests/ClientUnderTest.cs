using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;

namespace TwoC2P.Tests;

/// <summary>The client as the app gets it from AddTwoC2P, with a clock that only the test moves and with everything that it logs.</summary>
internal sealed class ClientUnderTest : IAsyncDisposable, ILoggerProvider
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider services;

    public ClientUnderTest() =>
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this))
            .AddTwoC2P()
            .BuildServiceProvider(validateScopes: true);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 5, 17, 4, 9, TimeSpan.Zero));

    public ConcurrentQueue<string> Logs { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public IPaymentActionClient Client => services.GetRequiredService<IPaymentActionClient>();

    public static GatewayMerchant Merchant(
        Uri endpoint,
        EnvelopeKind envelope = EnvelopeKind.Base64,
        GatewayKeys? keys = null,
        ProtocolSettings? protocol = null
    ) =>
        new()
        {
            MerchantId = new MerchantId("JT01"),
            Endpoint = endpoint,
            Envelope = envelope,
            Version = "3.4",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok"),
            Keys = keys ?? new GatewayKeys { SecretKeys = [new SecretKey("v2", Vectors.SecretKey)] },
            Protocol = protocol ?? Base64Protocol(),
        };

    /// <summary>The default settings, but readable on the wire without certificates.</summary>
    public static ProtocolSettings Base64Protocol() =>
        new()
        {
            CardTokens = { Envelope = EnvelopeKind.Base64 },
            RecurringPlans = { Envelope = EnvelopeKind.Base64 },
            InstallmentOptions = { Envelope = EnvelopeKind.Base64 },
        };

    public static PaymentProcessRequest Refund(decimal amount = 250m) =>
        new()
        {
            ProcessType = ProcessType.Refund,
            InvoiceNo = "INV-1",
            ActionAmount = Money.FromAmount(amount),
        };

    public Task<PaymentActionOutcome> SendAsync(ScriptedGateway gateway, PaymentProcessRequest? request = null) =>
        Client.SendAsync(Merchant(gateway.Endpoint), request ?? Refund(), Deadline, TestContext.Current.CancellationToken);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    // Called by the container, which owns no more than this object does.
    public void Dispose() => Logs.Clear();

    private sealed class Logger(ClientUnderTest owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => owner.Logs.Enqueue($"{logLevel} {category} {eventId.Id} {formatter(state, exception)} {exception}");
    }
}
