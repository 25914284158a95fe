using DevelopmentHosting;
using Functions.Tests.Cards;
using Functions.Tests.RecurringPlans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PaymentGateway.Http.Routing;
using PaymentOperations.Calls;
using PaymentOperations.Health;
using PaymentOperations.Merchants;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Payments;
using PaymentOperations.Reconciliation;
using Testing.Contract;
using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace Functions.Tests.Support;

/// <summary>The whole app over real HTTP, with fakes where the payment operations would be.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private DevelopmentHost host = null!;
    private IServiceCollection registered = null!;

    public FakeMerchants Merchants { get; } = new();

    public FakeIntake Intake { get; } = new();

    public FakeResolutions Resolutions { get; } = new();

    public FakeReader Reader { get; } = new();

    /// <summary>What merchants are told.</summary>
    public FakeEvents Events { get; } = new();

    public FakeQuarantine Quarantine { get; } = new();

    /// <summary>What was held against 2C2P's word.</summary>
    public FakeReconciliations Reconciliations { get; } = new();

    public FakeInquiry Inquiry { get; } = new();

    public FakeNotifications Notifications { get; } = new();

    public FakeReadiness Readiness { get; } = new();

    /// <summary>2C2P's APIs beside Payment Action.</summary>
    public FakeApis Apis { get; } = new();

    /// <summary>2C2P's stored cards.</summary>
    public FakeCards Cards { get; } = new();

    /// <summary>2C2P's recurring plans.</summary>
    public FakePlans Plans { get; } = new();

    /// <summary>The keys of POSTs that are executed once.</summary>
    public FakeOnceOnlyCalls OnceOnly { get; } = new();

    /// <summary>2C2P's QuickPay.</summary>
    public FakeQuickPay Links { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => host.Address;

    /// <summary>Nothing that could move or keep anything was called.</summary>
    public bool DidNothing => Intake.Commands.Count == 0 && Resolutions.Commands.Count == 0 && Notifications.Bodies.Count == 0;

    public static Task<TestApp> StartAsync(params (string Name, string Value)[] settings) =>
        StartAsync(settings, services => services.RemoveAll<ILoggerProvider>());

    /// <summary>At an address of its own, which its setting <c>Public__BaseUrl</c> names.</summary>
    public static Task<TestApp> StartAtAsync(string address) =>
        StartAsync([("Public__BaseUrl", address)], services => services.RemoveAll<ILoggerProvider>(), address: address);

    /// <summary>Its logs go where its telemetry goes, too, and what its worker tells the host is in <paramref name="host"/>.</summary>
    public static Task<TestApp> StartExportingAsync(RecordedLogs host, params (string Name, string Value)[] settings) =>
        StartAsync(
            settings,
            _ => { },
            logging => logging.AddProvider(host).SetMinimumLevel(LogLevel.None).AddFilter("DevelopmentHosting", LogLevel.Debug)
        );

    private static async Task<TestApp> StartAsync(
        (string Name, string Value)[] settings,
        Action<IServiceCollection> chooseLogs,
        Action<ILoggingBuilder>? configureHostLogging = null,
        string address = "http://127.0.0.1:0"
    )
    {
        var app = new TestApp();
        app.host = await DevelopmentHost.StartAsync(
            typeof(RouteTable).Assembly,
            new()
            {
                Url = address,
                Settings = SampleSettings.With(settings),
                ConfigureServices = services =>
                {
                    app.Replace(services);
                    chooseLogs(services);
                    services.AddSingleton<ILoggerProvider>(app.Logs);
                },
                ConfigureLogging = configureHostLogging,
                FunctionClasses = [.. FunctionMethods.Http.Select(method => method.DeclaringType!).Distinct()],
            }
        );
        app.Http = new(new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            BaseAddress = new(app.host.Address, "api/"),
        };
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
    }

    /// <summary>How long an instance of a service lives, as the app registered it; null when it is not registered.</summary>
    public ServiceLifetime? LifetimeOf(Type service) =>
        registered
            .LastOrDefault(one =>
                one.ServiceType == service || (service.IsGenericType && one.ServiceType == service.GetGenericTypeDefinition())
            )
            ?.Lifetime;

    private void Replace(IServiceCollection services)
    {
        registered = services;
        services.Replace(ServiceDescriptor.Singleton<IMerchants>(Merchants));
        services.Replace(ServiceDescriptor.Singleton<IMerchantSecrets>(Merchants));
        services.Replace(ServiceDescriptor.Singleton<IOperationIntake>(Intake));
        services.Replace(ServiceDescriptor.Singleton<IResolutionIntake>(Resolutions));
        services.Replace(ServiceDescriptor.Singleton<IOperationReader>(Reader));
        services.Replace(ServiceDescriptor.Singleton<IEvents>(Events));
        services.Replace(ServiceDescriptor.Singleton<IQuarantineReader>(Quarantine));
        services.Replace(ServiceDescriptor.Singleton<IReconciliations>(Reconciliations));
        services.Replace(ServiceDescriptor.Singleton<IPaymentInquiry>(Inquiry));
        services.Replace(ServiceDescriptor.Singleton<INotificationIntake>(Notifications));
        services.Replace(ServiceDescriptor.Singleton<IReadiness>(Readiness));
        services.Replace(ServiceDescriptor.Singleton<IInstallmentOptionClient>(Apis));
        services.Replace(ServiceDescriptor.Singleton<ICardTokenClient>(Cards));
        services.Replace(ServiceDescriptor.Singleton<IRecurringPlanClient>(Plans));
        services.Replace(ServiceDescriptor.Singleton<IOnceOnlyCalls>(OnceOnly));
        services.Replace(ServiceDescriptor.Singleton<IQuickPayClient>(Links));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
    }
}
