using Microsoft.Extensions.DependencyInjection;

namespace PaymentGateway.Queues;

/// <summary>Puts the queue functions together.</summary>
internal static class QueueExtensions
{
    /// <summary>What the queue functions need besides the payment operations.</summary>
    public static IServiceCollection AddQueueFunctions(this IServiceCollection services) =>
        services.AddSingleton<MessageReader>();
}
