using Microsoft.Extensions.DependencyInjection;
using PaymentOperations.Operations;

namespace PaymentGateway.Webhooks;

/// <summary>Puts outgoing webhooks together.</summary>
internal static class WebhookExtensions
{
    /// <summary>How events are written and signed.</summary>
    public static IServiceCollection AddWebhookFormat(this IServiceCollection services) =>
        services.AddSingleton<IWebhookFormat, StandardWebhookFormat>();
}
