import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { api } from '@ui/base/api';
import type { Case, CaseFile, NextStep, Procedure, ProcedureState, ValueNames } from '@ui/base/api_types';
import { useLive } from '@ui/base/live';
import { useResource, type Resource } from '@ui/base/resource';

export interface OpenCase {
    value: Resource<Case>;
    /** The definition that the case runs under: for the picture and what follows from a step. */
    procedure: Resource<Procedure | null>;
    state: ComputedRef<ProcedureState | null>;
    /** States that the case has been in. */
    been: ComputedRef<string[]>;
}

/** A case and its procedure, kept current while the page is open. */
export function useCase(id: () => string): OpenCase {
    const value = useResource((signal) => api.cases.get(id(), signal), id);
    const procedure = useResource<Procedure | null>(async () => (value.data.value ? api.procedures.get(value.data.value.procedure, value.data.value.version) : null), () => value.data.value?.procedure);
    useLive(['case.step_taken', 'case.assigned', 'case.commented', 'case.file_added', 'case.clock_ended'], (event) => { if (event.subject === id()) void value.reload(); });
    return {
        value, procedure,
        state: computed(() => procedure.data.value?.states.find((each) => each.id === value.data.value?.state) ?? null),
        been: computed(() => (value.data.value?.timeline ?? []).map((step) => step.to)),
    };
}

/** Sends files for a form of a case (or of one that is not open yet): they wait until the form is sent. Keeps their names. */
export function useFormFiles(known: ValueNames): { names: Ref<ValueNames>; upload: (file: File) => Promise<{ id: string; name: string }> } {
    const names = ref<ValueNames>(known);
    return {
        names,
        upload: async (file) => {
            const kept: CaseFile = await api.cases.upload(file);
            names.value = { ...names.value, [kept.id]: kept.name };
            return { id: kept.id, name: kept.name };
        },
    };
}

/**
 * The one main thing among the steps, which its button says: the one that the definition calls usual. Where it names none,
 * the first that asks for no reason and is no burden; and none where the usual one is barred, since another is no way around it.
 */
export function mainOf(next: readonly NextStep[]): NextStep | null {
    const usual = next.find((step) => step.usual);
    if (usual) return usual.blocked ? null : usual;
    return next.find((step) => !step.blocked && !step.reason && !step.burdens) ?? null;
}

/** Steps that may be taken now, the main one first, and those that something stands in the way of: the reason is shown in place of the button. */
export function partsOf(next: readonly NextStep[]): { open: NextStep[]; blocked: NextStep[] } {
    const main = mainOf(next);
    const open = next.filter((step) => step.blocked === null);
    return { open: [...open.filter((step) => step === main), ...open.filter((step) => step !== main)], blocked: next.filter((step) => step.blocked !== null) };
}
