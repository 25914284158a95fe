#pragma warning disable IDE0060, IDE0161, MA0048
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentOperations
{
    internal static class Placeholder
    {
        public static IServiceCollection AddPaymentOperations(this IServiceCollection services, IConfiguration configuration) =>
            services;
    }
}

namespace PaymentOperations.Merchants
{
    internal static class Placeholder
    {
        public static IServiceCollection AddMerchants(this IServiceCollection services, IConfiguration configuration) => services;
    }
}
