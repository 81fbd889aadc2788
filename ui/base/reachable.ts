import { useRouter } from 'vue-router';
import { useSession } from './session';

/** A path when its page is there for who reads, else null: a link that ends at a refusal is none. */
export function useReachable(): (to: string | null) => string | null {
    const router = useRouter();
    const session = useSession();
    return (to) => {
        if (!to) return null;
        const roles = router.resolve(to).meta.roles;
        return !roles || (session.role !== null && roles.includes(session.role)) ? to : null;
    };
}
