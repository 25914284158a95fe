using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PaymentGateway.Http.Calls;
using PaymentGateway.Http.Cards;
using PaymentGateway.Http.Limits;
using PaymentGateway.Http.Notifications;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.QuickPay;
using PaymentGateway.Http.RecurringPlans;
using PaymentGateway.Http.Resolutions;
using PaymentGateway.Http.Routing;
using PaymentGateway.Http.Security;

namespace PaymentGateway.Http;

/// <summary>Puts the HTTP surface together.</summary>
internal static class HttpSurfaceExtensions
{
    /// <summary>What the HTTP functions need besides the payment operations.</summary>
    public static IServiceCollection AddHttpSurface(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<PublicOptions>()
            .Bind(configuration.GetSection("Public"))
            .Validate(
                options => options.DocsUrlIsUsable(),
                "Public__DocsUrl must be an http(s) address without query and fragment, or a path that begins with a slash."
            )
            .ValidateOnStart();
        services
            .AddOptions<LimitOptions>()
            .Bind(configuration.GetSection("Limits"), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitOptions>>(new Checked<LimitOptions>(options => options.Problem()));
        services
            .AddOptions<NotificationOptions>()
            .Bind(configuration.GetSection("Notifications"), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<NotificationOptions>>(
            new Checked<NotificationOptions>(options => options.Problem())
        );
        services.AddHttpServer();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SandboxPage>();
        services.AddSingleton<CallLimits>();
        services.AddSingleton<CallbackGate>();
        services.AddSingleton<OperationAcceptance>();
        services.AddSingleton<OperationReads>();
        services.AddSingleton<InvoiceLists>();
        services.AddSingleton<PersonsWordPosts>();
        services.AddSingleton<OnceOnlyPosts>();
        services.AddSingleton<CardCalls>();
        services.AddSingleton<RecurringPlanCalls>();
        services.AddSingleton<LinkCalls>();
        services.AddSingleton<LinkChanges>();
        services.AddSingleton<RouteTable>();
        return services;
    }

    /// <summary>The middleware in its order. Only after <c>ConfigureFunctionsWebApplication()</c> does it see the HttpContext.</summary>
    public static IFunctionsWorkerApplicationBuilder UseHttpSurface(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<FailureMiddleware>().UseMiddleware<ApiKeyMiddleware>().UseMiddleware<QueryMiddleware>();

    private sealed class Checked<T>(Func<T, string?> problem) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            problem(options) is { } text ? ValidateOptionsResult.Fail(text) : ValidateOptionsResult.Success;
    }
}
